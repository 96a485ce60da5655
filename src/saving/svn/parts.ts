import type { NotificationToSend, SettingsToSend } from '~/api/svn';
import { equal } from '~/lib/equal';

/** The settings cut into what can change by itself; notifications are one part per path. */
export type PartKey =
  | 'access_file'
  | 'has_default_permissions'
  | 'paths'
  | 'whitelist'
  | 'is_reference_mandatory'
  | 'is_commit_message_change_allowed'
  | `notification ${string}`;

/** A switch, a text, a list of lines, a notification; null for a notification that is not there. */
export type PartValue = boolean | string | readonly string[] | NotificationToSend | null;

export type Parts = ReadonlyMap<PartKey, PartValue>;

/** The part of the notifications of one path. */
export function notificationKey(path: string): PartKey {
  return `notification ${path}`;
}

/** The path of a notification's part; undefined for the other parts. */
export function notificationPath(key: PartKey): string | undefined {
  return key.startsWith('notification ') ? key.slice('notification '.length) : undefined;
}

/** Every part of the settings, in the order of the page. */
export function partsOf(settings: SettingsToSend): Parts {
  const { commit_rules: rules, immutable_tags: tags } = settings;
  return new Map<PartKey, PartValue>([
    ['has_default_permissions', settings.has_default_permissions],
    ['access_file', settings.access_file],
    ['paths', tags.paths],
    ['whitelist', tags.whitelist],
    ['is_reference_mandatory', rules.is_reference_mandatory],
    ['is_commit_message_change_allowed', rules.is_commit_message_change_allowed],
    ...settings.email_notifications.map(
      (notification) => [notificationKey(notification.path), notification] as const,
    ),
  ]);
}

export function isNotification(value: PartValue | undefined): value is NotificationToSend {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(notification: NotificationToSend): NotificationToSend {
  return {
    path: notification.path,
    emails: notification.emails.toSorted(),
    users: notification.users.toSorted((a, b) => a - b),
    user_groups: notification.user_groups.toSorted(),
  };
}

/** Equal values of one part; who is notified has no order, what is absent is null. */
export function isSamePart(a: PartValue | undefined, b: PartValue | undefined): boolean {
  const plain = (value: PartValue | undefined) =>
    isNotification(value) ? sorted(value) : (value ?? null);
  return equal(plain(a), plain(b));
}

/** The parts of two settings that differ, in the order of the page. */
export function changedParts(before: SettingsToSend, after: SettingsToSend): PartKey[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys].filter((key) => !isSamePart(was.get(key), is.get(key)));
}

function set(settings: SettingsToSend, key: PartKey, value: PartValue): void {
  if (typeof value === 'boolean') {
    if (key === 'has_default_permissions') settings.has_default_permissions = value;
    else if (key === 'is_reference_mandatory') settings.commit_rules[key] = value;
    else if (key === 'is_commit_message_change_allowed') settings.commit_rules[key] = value;
  } else if (typeof value === 'string') settings.access_file = value;
  else if (isNotification(value)) settings.email_notifications.push(value);
  else if (value && (key === 'paths' || key === 'whitelist')) {
    settings.immutable_tags[key] = [...value];
  }
}

/** `settings` with some parts as in `changes`; a notification that is null is left out. */
export function withParts(settings: SettingsToSend, changes: Parts): SettingsToSend {
  const next: SettingsToSend = {
    ...settings,
    commit_rules: { ...settings.commit_rules },
    immutable_tags: { ...settings.immutable_tags },
    email_notifications: [],
  };
  for (const [key, value] of new Map([...partsOf(settings), ...changes])) set(next, key, value);
  return next;
}

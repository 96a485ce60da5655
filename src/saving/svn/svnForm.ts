import type { NotificationToSend, RepositorySettings, SettingsToSend } from '~/api/svn';
import { keepLineEnds } from '~/fields/text/lineEnds';
import { equal } from '~/lib/equal';
import { toSend } from './svnSnapshot';

export interface Person {
  id: number;
  label: string;
}

/** One notification as it is typed. */
export interface NotificationRow {
  /** Stays the same while the row is edited. */
  key: string;
  path: string;
  /** Addresses, separated by commas or blanks. */
  emails: string;
  users: readonly Person[];
  /** Ids of user groups. */
  groups: readonly string[];
}

/** All settings as the form shows them: lists as lines of text, people with their names. */
export interface SvnForm {
  hasDefaultPermissions: boolean;
  /** Line ends are `\n` here, whatever the stored text has. */
  accessFile: string;
  paths: string;
  whitelist: string;
  isReferenceMandatory: boolean;
  isMessageChangeAllowed: boolean;
  notifications: readonly NotificationRow[];
}

/** Some keys of the form anew, also as a function of how it is at that moment. */
export type FormChange = Partial<SvnForm> | ((now: SvnForm) => Partial<SvnForm>);

/** The form with some keys anew. */
export function changedForm(form: SvnForm, change: FormChange): SvnForm {
  return { ...form, ...(typeof change === 'function' ? change(form) : change) };
}

type People = ReadonlyMap<number, string>;

/** Names of everybody who is notified. */
export function peopleOf(settings: RepositorySettings): People {
  return new Map(
    settings.email_notifications.flatMap(({ users }) =>
      users.flatMap(({ id, display_name }) => (id === null ? [] : [[id, display_name] as const])),
    ),
  );
}

function emailText({ emails }: NotificationToSend): string {
  return emails.join(', ');
}

/** The form over some settings; `people` gives the names. */
export function formOfSettings(settings: SettingsToSend, people: People): SvnForm {
  return {
    hasDefaultPermissions: settings.has_default_permissions,
    accessFile: settings.access_file.replace(/\r\n?/g, '\n'),
    paths: settings.immutable_tags.paths.join('\n'),
    whitelist: settings.immutable_tags.whitelist.join('\n'),
    isReferenceMandatory: settings.commit_rules.is_reference_mandatory,
    isMessageChangeAllowed: settings.commit_rules.is_commit_message_change_allowed,
    notifications: settings.email_notifications.map((notification) => ({
      key: `stored ${notification.path}`,
      path: notification.path,
      emails: emailText(notification),
      users: notification.users.map((id) => ({ id, label: people.get(id) ?? `Person ${id}` })),
      groups: notification.user_groups,
    })),
  };
}

/** The form over the settings as they were read. */
export function formOf(settings: RepositorySettings): SvnForm {
  return formOfSettings(toSend(settings), peopleOf(settings));
}

/** Lines without blanks at their ends; a text that was not touched is the stored list, byte for byte. */
function listOf(text: string, stored: readonly string[]): string[] {
  if (text === stored.join('\n')) return [...stored];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function emailsOf(text: string, stored: readonly NotificationToSend[]): string[] {
  const same = stored.find((notification) => emailText(notification) === text);
  return same ? [...same.emails] : text.split(/[\s,;]+/).filter((email) => email !== '');
}

function isBlank({ path, emails, users, groups }: NotificationRow): boolean {
  return path.trim() === '' && emails.trim() === '' && users.length + groups.length === 0;
}

/** The rows that mean something: one that was added and left empty is none. */
export function filledRows(form: SvnForm): NotificationRow[] {
  return form.notifications.filter((row) => !isBlank(row));
}

/** The notification that a row stands for; `stored` keeps odd addresses as they are. */
export function notificationOf(
  row: NotificationRow,
  stored: readonly NotificationToSend[],
): NotificationToSend {
  const isStored = stored.some(({ path }) => path === row.path);
  return {
    path: isStored ? row.path : row.path.trim(),
    emails: emailsOf(row.emails, stored),
    users: row.users.map(({ id }) => id),
    user_groups: [...row.groups],
  };
}

/** What the form would send over `stored`; where nothing was typed it is what is stored, line ends included. */
export function settingsOf(form: SvnForm, stored: SettingsToSend): SettingsToSend {
  return {
    commit_rules: {
      is_reference_mandatory: form.isReferenceMandatory,
      is_commit_message_change_allowed: form.isMessageChangeAllowed,
    },
    immutable_tags: {
      paths: listOf(form.paths, stored.immutable_tags.paths),
      whitelist: listOf(form.whitelist, stored.immutable_tags.whitelist),
    },
    access_file: keepLineEnds(stored.access_file, form.accessFile),
    email_notifications: filledRows(form).map((row) =>
      notificationOf(row, stored.email_notifications),
    ),
    has_default_permissions: form.hasDefaultPermissions,
  };
}

/** The form after `sent` was stored and reads back as `stored`: what was typed meanwhile stays. */
export function afterSave(form: SvnForm, sent: SvnForm, stored: SvnForm): SvnForm {
  const before = new Map<string, unknown>(Object.entries(sent));
  const typed = Object.entries(form).filter(([key, value]) => !equal(value, before.get(key)));
  return { ...stored, ...Object.fromEntries(typed) };
}

let added = 0;

/** An empty row. */
export function newRow(): NotificationRow {
  added += 1;
  return { key: `added ${added}`, path: '', emails: '', users: [], groups: [] };
}

/** The settings of a repository that was just made, as a form (svn/11): open to the members, nothing else. */
export const freshForm: SvnForm = {
  hasDefaultPermissions: true,
  accessFile: '',
  paths: '',
  whitelist: '',
  isReferenceMandatory: false,
  isMessageChangeAllowed: false,
  notifications: [],
};

/** The settings that `freshForm` starts from. */
export const freshSettings: SettingsToSend = {
  commit_rules: { is_reference_mandatory: false, is_commit_message_change_allowed: false },
  immutable_tags: { paths: [], whitelist: [] },
  access_file: '',
  email_notifications: [],
  has_default_permissions: true,
};

import { isNotification, notificationPath, type PartKey, type PartValue } from './parts';

const labels: Record<string, string> = {
  has_default_permissions: 'Default permissions',
  access_file: 'Access file',
  paths: 'Immutable paths',
  whitelist: 'Whitelist',
  is_reference_mandatory: 'Mandatory reference',
  is_commit_message_change_allowed: 'Changing commit messages',
};

/** What a part is called on the page. */
export function partLabel(key: PartKey): string {
  const path = notificationPath(key);
  return path === undefined ? (labels[key] ?? key) : `Notification of ${path}`;
}

/** Names of people and groups by their ids. */
export interface Names {
  people: ReadonlyMap<number, string>;
  groups: ReadonlyMap<string, string>;
}

/** A value in words or as its text; lines stay lines. */
export function partText(value: PartValue, names: Names): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (typeof value === 'string') return value;
  if (!isNotification(value)) return value.join('\n');
  return [
    ...value.emails,
    ...value.users.map((id) => names.people.get(id) ?? `Person ${id}`),
    ...value.user_groups.map((id) => names.groups.get(id) ?? `Group ${id}`),
  ].join('\n');
}

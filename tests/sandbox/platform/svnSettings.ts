/** What `POST /svn` and `PUT /svn/:id` read from `settings`, with every check in the server's order (svn.md §3). */
import { refuse } from '../http';
import type { SandboxProject, SandboxRepository, World } from '../model';
import { storedAccessFile } from './accessFile';
import {
  boolean,
  booleanOr,
  type Fields,
  integers,
  isFields,
  list,
  object,
  text,
  texts,
  within,
} from './validate';

type Settings = SandboxRepository['settings'];
type Notification = Settings['notifications'][number];

const TOO_BIG = 65_535;

export const defaultSettings: Settings = {
  isReferenceMandatory: false,
  isMessageChangeAllowed: false,
  immutablePaths: [],
  immutableWhitelist: [],
  accessFile: '',
  hasDefaultPermissions: true,
  notifications: [],
};

function readNotifications(settings: Fields): Notification[] {
  return list(settings, 'email_notifications', 'settings').map((item, index) => {
    const place = within(within('settings', 'email_notifications'), index);
    const fields = isFields(item) ? item : {};
    return {
      path: text(fields, 'path', place),
      emails: texts(fields, 'emails', place),
      users: integers(fields, 'users', place),
      groups: texts(fields, 'user_groups', place),
    };
  });
}

type Parts = Pick<
  Settings,
  'isReferenceMandatory' | 'isMessageChangeAllowed' | 'immutablePaths' | 'immutableWhitelist'
>;

function readRules(
  settings: Fields,
): Pick<Parts, 'isReferenceMandatory' | 'isMessageChangeAllowed'> {
  const rules = object(settings, 'commit_rules', 'settings');
  const place = within('settings', 'commit_rules');
  return {
    isReferenceMandatory: boolean(rules, 'is_reference_mandatory', place),
    isMessageChangeAllowed: boolean(rules, 'is_commit_message_change_allowed', place),
  };
}

function readTags(settings: Fields): Pick<Parts, 'immutablePaths' | 'immutableWhitelist'> {
  const tags = object(settings, 'immutable_tags', 'settings');
  const place = within('settings', 'immutable_tags');
  return {
    immutablePaths: texts(tags, 'paths', place),
    immutableWhitelist: texts(tags, 'whitelist', place),
  };
}

const isGiven = (fields: Fields, key: string): boolean =>
  fields[key] !== undefined && fields[key] !== null;

function accessFileOf(settings: Fields): string {
  const value = settings.access_file;
  return typeof value === 'string' ? value : '';
}

/** All of PUT's settings: each key is required but the flag, which is `true` when it is not sent (svn/60). */
export function readPutSettings(settings: Fields): Settings {
  const rules = readRules(settings);
  const tags = readTags(settings);
  const notifications = readNotifications(settings);
  const hasDefaultPermissions = booleanOr(settings, 'has_default_permissions', true);
  return {
    ...rules,
    ...tags,
    notifications,
    hasDefaultPermissions,
    accessFile: accessFileOf(settings),
  };
}

/** POST's settings: what is there must be complete, what is missing has its default. */
export function readPostSettings(settings: Fields): Settings {
  return {
    ...defaultSettings,
    ...(isGiven(settings, 'commit_rules') ? readRules(settings) : {}),
    ...(isGiven(settings, 'immutable_tags') ? readTags(settings) : {}),
    ...(isGiven(settings, 'email_notifications')
      ? { notifications: readNotifications(settings) }
      : {}),
    hasDefaultPermissions: booleanOr(settings, 'has_default_permissions', true),
    accessFile: accessFileOf(settings),
  };
}

const repeated = (items: readonly string[]): string[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index)),
];

function checkUsers(world: World, users: readonly number[]): void {
  for (const id of users) {
    const user = world.users.find((candidate) => candidate.id === id);
    if (!user) refuse(400, `User ${id} not found`);
    if (user.status === 'S') refuse(400, `User ${id} is neither active nor restricted.`);
  }
}

function checkGroups(world: World, project: SandboxProject, groups: readonly string[]): void {
  for (const id of groups) {
    const [owner, number] = id.split('_');
    const isDynamic = number !== undefined;
    if (/^[125]$/.test(number ?? id)) {
      refuse(
        400,
        'Notifications cannot be sent to user groups Anonymous Authenticated and Registered',
      );
    }
    if (isDynamic && !['3', '4'].includes(number)) refuse(404);
    const place = [...world.projects.values()].find((candidate) =>
      candidate.groups.some((group) => group.id === id || (isDynamic && group.id === number)),
    );
    if (!place) refuse(404);
    if (place.id !== project.id || (isDynamic && Number(owner) !== project.id)) {
      refuse(400, "You can't add a user group from a different project");
    }
  }
}

/** The checks that need the world, after the form is known to be right; the first that fails is told. */
export function checkSettings(world: World, project: SandboxProject, settings: Settings): void {
  const { notifications } = settings;
  const doubled = repeated(notifications.map(({ path }) => path));
  if (doubled.length > 0) {
    refuse(400, `One notification path or more are not unique: ${doubled.join(', ')}`);
  }
  for (const { path, emails, users, groups } of notifications) {
    if (emails.length + users.length + groups.length === 0) {
      refuse(
        400,
        `Notification should concern at least one email or one user or one user group for path: ${path}`,
      );
    }
    if (repeated(emails).length > 0) {
      refuse(400, `One email or more are not unique for path: ${path}`);
    }
    checkUsers(world, users);
    checkGroups(world, project, groups);
  }
  const isTooBig = [settings.immutablePaths, settings.immutableWhitelist].some(
    (paths) => new TextEncoder().encode(paths.join('\n')).length > TOO_BIG,
  );
  if (isTooBig) {
    refuse(400, 'The list of paths or allowed paths is too big and cannot be saved');
  }
}

/** The settings as the server keeps them. */
export function storedSettings(
  world: World,
  project: SandboxProject,
  settings: Settings,
): Settings {
  return { ...settings, accessFile: storedAccessFile(world, project, settings.accessFile) };
}

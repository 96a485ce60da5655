import type { NotificationToSend } from '../svn';

/**
 * Why the server would refuse this name of a repository, or undefined. The server answers 409 both for a broken rule and
 * for a taken name, so the rule is checked first (svn.md §3; Tuleap's `RuleName.php`: `^[a-zA-Z][A-Za-z0-9-_.]{2,254}$`).
 */
export function repositoryNameFault(name: string): string | undefined {
  const odd = /[^A-Za-z0-9_.-]/u.exec(name)?.[0];
  if (odd !== undefined) {
    const what = odd === ' ' ? 'A space' : `“${odd}”`;
    return `${what} is not allowed: use letters A to Z, digits, and - _ .`;
  }
  if (/^[^a-zA-Z]/.test(name)) return 'The name must start with a letter.';
  if (name.length < 3) return 'The name needs at least 3 characters.';
  return name.length > 255 ? 'The name may have at most 255 characters.' : undefined;
}

/** A list of paths is stored as one text (svn.md §3). */
const MOST_BYTES = 65_535;

/** Why the server would refuse these paths of immutable tags, or undefined. */
export function tagPathsFault(paths: readonly string[]): string | undefined {
  const bytes = new TextEncoder().encode(paths.join('\n')).length;
  return bytes > MOST_BYTES
    ? `The list is too long to be stored: ${bytes} bytes of at most ${MOST_BYTES}.`
    : undefined;
}

function repeated(items: readonly string[]): string | undefined {
  return items.find((item, index) => items.indexOf(item) !== index);
}

/**
 * What the server would refuse in each notification, by its place in the list (svn.md §3, "Notifications"): the path is
 * required and unique, somebody is notified, no address twice. Existence of people is the server's to know.
 */
export function notificationFaults(
  notifications: readonly NotificationToSend[],
): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  notifications.forEach(({ path, emails, users, user_groups }, index) => {
    const twice = repeated(emails);
    const first = notifications.findIndex((other) => other.path === path);
    if (path === '') faults.set(index, 'Give the path whose commits are told.');
    else if (first < index) faults.set(index, `${path} is listed twice: put them together.`);
    else if (emails.length + users.length + user_groups.length === 0) {
      faults.set(index, `Nobody would be told about ${path}: add an address, person or group.`);
    } else if (twice !== undefined) faults.set(index, `${twice} is listed twice.`);
  });
  return faults;
}

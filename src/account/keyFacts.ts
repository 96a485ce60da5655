import type { AccessKey } from '~/api/signIn/accessKeys';

const DAY = 24 * 60 * 60 * 1_000;
/** How long before its end a key calls for its successor (features C6). */
const ALARM = 14 * DAY;

/** How a key stands to its end. */
export type KeyEnd = 'never' | 'far' | 'soon' | 'over';

/** `soon` in the last two weeks. */
export function keyEnd({ expiration_date: end }: AccessKey, now: number): KeyEnd {
  if (end === null) return 'never';
  const left = Date.parse(end) - now;
  if (left <= 0) return 'over';
  return left <= ALARM ? 'soon' : 'far';
}

/** "in 3 days", "today". */
export function daysLeft(end: string, now: number): string {
  const days = Math.floor((Date.parse(end) - now) / DAY);
  if (days < 1) return 'within a day';
  return days === 1 ? 'in one day' : `in ${days} days`;
}

const scopeNames: Record<string, string> = { 'write:rest': 'REST', 'write:svn': 'SVN' };

/** The scopes in words; one of a plugin that is unknown here stays as the server calls it. */
export function scopesOf({ scopes }: AccessKey): string {
  return scopes.map(({ identifier }) => scopeNames[identifier] ?? identifier).join(', ');
}

/** What a key is called in sentences; many have no description. */
export function nameOf({ description, id }: AccessKey): string {
  return description.trim() === '' ? `Key ${id}` : description;
}

import type { ApiError } from '~/api/error';
import type { SettingsToSend } from '~/api/svn';
import { notificationKey, type PartKey } from './parts';

/** What the server said against settings, put where it belongs. Every sentence is in exactly one of the two. */
export interface SvnRefusal {
  byPart: ReadonlyMap<PartKey, string>;
  rest: readonly string[];
}

const named: readonly [pattern: RegExp, key: PartKey][] = [
  [/\[access_file\]/, 'access_file'],
  [/\[immutable_tags\]\[whitelist\]|allowed paths/, 'whitelist'],
  [/\[immutable_tags\]/, 'paths'],
  [/\[is_reference_mandatory\]/, 'is_reference_mandatory'],
  [/\[is_commit_message_change_allowed\]/, 'is_commit_message_change_allowed'],
  [/has_default_permissions/, 'has_default_permissions'],
];

/** The paths of the notifications that a sentence is about: named, by their place in the list, or by a person in them. */
function pathsIn(sentence: string, sent: SettingsToSend): string[] {
  const { email_notifications: all } = sent;
  const place = /\[email_notifications\]\[(\d+)\]/.exec(sentence)?.[1];
  if (place !== undefined)
    return all.slice(Number(place), Number(place) + 1).map(({ path }) => path);
  const user = /\bUser (\d+) (?:not found|is neither)/.exec(sentence)?.[1];
  if (user !== undefined) {
    return all.filter(({ users }) => users.includes(Number(user))).map(({ path }) => path);
  }
  const listed = /(?:not unique|for path): (.+)$/.exec(sentence)?.[1]?.split(', ') ?? [];
  return all.filter(({ path }) => listed.includes(path)).map(({ path }) => path);
}

function partsIn(sentence: string, sent: SettingsToSend): PartKey[] {
  const paths = pathsIn(sentence, sent);
  if (paths.length > 0) return [...new Set(paths)].map(notificationKey);
  return named
    .filter(([pattern]) => pattern.test(sentence))
    .slice(0, 1)
    .map(([, key]) => key);
}

/** Sorts the texts of a 400 to the parts they name: the validator's brackets, or the sentences of svn.md §3. */
export function explainSvnRefusal(error: ApiError, sent: SettingsToSend): SvnRefusal {
  const byPart = new Map<PartKey, string>();
  const rest: string[] = [];
  const said = error.serverMessages.length > 0 ? error.serverMessages : [error.message];
  for (const sentence of said) {
    const keys = error.status === 400 ? partsIn(sentence, sent) : [];
    if (keys.length === 0) rest.push(sentence);
    for (const key of keys) {
      const before = byPart.get(key);
      byPart.set(key, before ? `${before} ${sentence}` : sentence);
    }
  }
  return { byPart, rest };
}

import type { NotificationToSend, SettingsToSend } from '~/api/svn';
import { mergeLines } from '~/lib/diff/mergeLines';
import { mergeSets } from '~/lib/sets';
import {
  changedParts,
  isNotification,
  isSamePart,
  type PartKey,
  type Parts,
  type PartValue,
  partsOf,
  withParts,
} from './parts';

/** One part that somebody changed since the base, and how both sides come together. */
export interface PartMerge {
  key: PartKey;
  base: PartValue;
  mine: PartValue;
  theirs: PartValue;
  /** `conflict`: both changed it, differently. A person looks at it before anything is sent. */
  outcome: 'mine' | 'theirs' | 'agreed' | 'conflict';
  /** Both changes together, where nothing of either is lost; undefined when one has to be chosen. Only for a conflict. */
  together: PartValue | undefined;
}

export interface SettingsMerge {
  rows: readonly PartMerge[];
  /** Parts that only one side changed are settled; a conflict stands as mine. */
  settings: SettingsToSend;
}

/** Of ids and texts, which are what tells them apart. */
function merged<Item extends number | string>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
): Item[] {
  return mergeSets({ base, mine, theirs }, (item) => item);
}

const nobody = { emails: [], users: [], user_groups: [] };

function mergeNotifications(
  base: NotificationToSend | null,
  mine: NotificationToSend,
  theirs: NotificationToSend,
): NotificationToSend {
  const before = base ?? { path: mine.path, ...nobody };
  return {
    path: mine.path,
    emails: merged(before.emails, mine.emails, theirs.emails),
    users: merged(before.users, mine.users, theirs.users),
    user_groups: merged(before.user_groups, mine.user_groups, theirs.user_groups),
  };
}

function isLines(value: PartValue): value is readonly string[] {
  return Array.isArray(value);
}

function putTogether(base: PartValue, mine: PartValue, theirs: PartValue): PartValue | undefined {
  if (typeof base === 'string' && typeof mine === 'string' && typeof theirs === 'string') {
    return mergeLines(base, mine, theirs) ?? undefined;
  }
  if (isLines(base) && isLines(mine) && isLines(theirs)) return merged(base, mine, theirs);
  if (isNotification(mine) && isNotification(theirs)) {
    return mergeNotifications(isNotification(base) ? base : null, mine, theirs);
  }
  return undefined;
}

function outcomeOf({ base, mine, theirs }: Pick<PartMerge, 'base' | 'mine' | 'theirs'>) {
  if (isSamePart(mine, theirs)) return 'agreed';
  if (isSamePart(base, mine)) return 'theirs';
  return isSamePart(base, theirs) ? 'mine' : 'conflict';
}

/** Three versions of the settings part by part; rows for what changed on any side, in the order of the page. */
export function mergeSettings(
  base: SettingsToSend,
  mine: SettingsToSend,
  theirs: SettingsToSend,
): SettingsMerge {
  const [was, my, their] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  const touched = new Set([...changedParts(base, mine), ...changedParts(base, theirs)]);
  const inOrder = [...new Set([...was.keys(), ...their.keys(), ...my.keys()])];
  const rows = inOrder
    .filter((key) => touched.has(key))
    .map((key): PartMerge => {
      const sides = {
        base: was.get(key) ?? null,
        mine: my.get(key) ?? null,
        theirs: their.get(key) ?? null,
      };
      const outcome = outcomeOf(sides);
      const isConflict = outcome === 'conflict';
      const together = isConflict ? putTogether(sides.base, sides.mine, sides.theirs) : undefined;
      return { key, ...sides, outcome, together };
    });
  const taken: Parts = new Map(
    rows.map(({ key, mine: my, theirs: their, outcome }) => [
      key,
      outcome === 'theirs' ? their : my,
    ]),
  );
  return { rows, settings: withParts(theirs, taken) };
}

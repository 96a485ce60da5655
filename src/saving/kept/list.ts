import * as z from 'zod/mini';
import { HEAD, type KeptRecord, type Profile, type Slot, type Trouble } from '~/kept/record';
import { drop, keep, readBelow } from '~/kept/store';
import type { BlankArtifact } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { type KeptDraft, readKeptArtifact, readKeptBlank } from './artifactParts';
import { DRAFT_DAYS, type DraftHead, headSchema } from './head';
import { type KeptSvn, readKeptSvn } from './svnAdapter';

const DAY = 86_400_000;
const LIFE = DRAFT_DAYS * DAY;
/** An overdue draft is told as such for these days before it goes: the clock of this computer may be wrong (reliability G10). */
const NOTICE = 7 * DAY;
/** When a draft was first listed as overdue, in milliseconds. */
const TOLD = 'told';

/** A draft as it is listed. */
export interface ListedDraft {
  slot: Slot;
  head: DraftHead;
  /** With its base and values; null for drafts of other things. */
  artifact: KeptDraft<ArtifactSnapshot> | null;
  blank: KeptDraft<BlankArtifact> | null;
  svn: KeptSvn | null;
  records: ReadonlyMap<string, KeptRecord>;
  /** Overdue: when it goes, in milliseconds. */
  goesAt: number | null;
}

export interface DraftList {
  /** The one typed into last comes first. */
  drafts: ListedDraft[];
  /** Drafts that this Parterre does not read, as they lie there. */
  unread: { slot: Slot; records: readonly KeptRecord[] }[];
  /** How many lie behind a passphrase that this tab has not. */
  locked: number;
  trouble: Trouble | null;
}

function bySlot(records: readonly KeptRecord[]): Map<string, Map<string, KeptRecord>> {
  const slots = new Map<string, Map<string, KeptRecord>>();
  for (const record of records) {
    const parts = slots.get(record.id) ?? new Map<string, KeptRecord>();
    slots.set(record.id, parts.set(record.part, record));
  }
  return slots;
}

/** With what it holds; null when this Parterre does not read that. */
function readWhole(
  draft: Pick<ListedDraft, 'slot' | 'head' | 'records' | 'goesAt'>,
): ListedDraft | null {
  const { head, records } = draft;
  const artifact = head.place === 'artifact' ? readKeptArtifact(records) : null;
  const blank = head.place === 'new' ? readKeptBlank(records) : null;
  const svn = head.place === 'svn' ? readKeptSvn(records) : null;
  return (artifact ?? blank ?? svn) ? { ...draft, artifact, blank, svn } : null;
}

/** When an overdue draft goes; null while it is not overdue. The first look at it as such is written down. */
async function goesAtOf(
  slot: Slot,
  { head, records }: { head: DraftHead; records: ReadonlyMap<string, KeptRecord> },
): Promise<number | null> {
  const now = Date.now();
  const dueAt = head.savedAt + LIFE;
  if (now <= dueAt) return null;
  const told = z.safeParse(z.number(), records.get(TOLD)?.body);
  // Told for what was typed before, or by a clock that was ahead: that was no notice.
  if (told.success && told.data >= dueAt && told.data <= now) return told.data + NOTICE;
  const parts = new Map([...records].map(([part, { body }]) => [part, body]));
  await keep(slot, {
    changed: new Map([[TOLD, now]]),
    all: () => new Map([...parts, [TOLD, now]]),
  });
  return now + NOTICE;
}

/** All drafts of one person on one server. Those past their 30 days are told for a week, and then dropped on the way. */
export async function listDrafts(profile: Profile): Promise<DraftList> {
  const list: DraftList = { drafts: [], unread: [], locked: 0, trouble: null };
  const worked = await readBelow('drafts', ...profile);
  if ('trouble' in worked) return { ...list, trouble: worked.trouble };
  const locked = new Set(worked.value.locked.map(({ id }) => id));
  list.locked = locked.size;
  for (const [id, records] of bySlot(worked.value.records)) {
    if (locked.has(id)) continue;
    const slot: Slot = { kind: 'drafts', profile, id };
    const head = z.safeParse(headSchema, records.get(HEAD)?.body);
    const goesAt = head.success ? await goesAtOf(slot, { head: head.data, records }) : null;
    const draft = head.success ? readWhole({ slot, head: head.data, records, goesAt }) : null;
    if (goesAt !== null && goesAt < Date.now()) await drop(slot);
    else if (draft) list.drafts.push(draft);
    else list.unread.push({ slot, records: [...records.values()] });
  }
  list.drafts.sort((a, b) => b.head.savedAt - a.head.savedAt);
  return list;
}

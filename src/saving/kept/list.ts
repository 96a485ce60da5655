import * as z from 'zod/mini';
import { HEAD, type KeptRecord, type Profile, type Slot, type Trouble } from '~/kept/record';
import { drop, readBelow } from '~/kept/store';
import type { BlankArtifact } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { type KeptDraft, readKeptArtifact, readKeptBlank } from './artifactParts';
import { DRAFT_DAYS, type DraftHead, headSchema } from './head';
import { type KeptSvn, readKeptSvn } from './svnThing';

const LIFE = DRAFT_DAYS * 86_400_000;

/** A draft as it is listed. */
export interface ListedDraft {
  slot: Slot;
  head: DraftHead;
  /** With its base and values; null for drafts of other things. */
  artifact: KeptDraft<ArtifactSnapshot> | null;
  blank: KeptDraft<BlankArtifact> | null;
  svn: KeptSvn | null;
  records: ReadonlyMap<string, KeptRecord>;
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
function readWhole(draft: Pick<ListedDraft, 'slot' | 'head' | 'records'>): ListedDraft | null {
  const { head, records } = draft;
  const artifact = head.place === 'artifact' ? readKeptArtifact(records) : null;
  const blank = head.place === 'new' ? readKeptBlank(records) : null;
  const svn = head.place === 'svn' ? readKeptSvn(records) : null;
  return (artifact ?? blank ?? svn) ? { ...draft, artifact, blank, svn } : null;
}

/** All drafts of one person on one server. Those past their 30 days are dropped on the way. */
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
    const draft = head.success ? readWhole({ slot, head: head.data, records }) : null;
    if (head.success && head.data.savedAt < Date.now() - LIFE) await drop(slot);
    else if (draft) list.drafts.push(draft);
    else list.unread.push({ slot, records: [...records.values()] });
  }
  list.drafts.sort((a, b) => b.head.savedAt - a.head.savedAt);
  return list;
}

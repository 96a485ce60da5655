import * as z from 'zod/mini';
import { scope } from '~/api/session';
import type { Tracker } from '~/api/trackers';
import type { Uploads } from '~/attachments/upload/uploads';
import { sourceOf } from '~/fields/contract';
import type { KeptRecord } from '~/kept/record';
import type { Draft } from '../draft/draft';
import type { BlankArtifact, DraftState } from '../draft/draftState';
import { emptyDraft, isEditable, readingsOf } from '../draft/draftState';
import { LEFT, type LeftValue, leftIn, partsOf, readKeptBlank } from './artifactParts';
import { type DraftHead, draftSlot } from './head';
import { overtyped } from './overtyped';
import type { DraftAdapter } from './session/adapter';
import { unsentIn, unsentPart } from './unsent';

const TRIED = 'tried';

const triedSchema = z.object({
  /** The newest artifact of the tracker before it was sent. */
  after: z.int(),
  values: z.array(z.looseObject({ field_id: z.int() })),
  /** Of the journal. */
  entry: z.optional(z.string()),
});

/** What was sent, by a tab that may not have seen the answer. */
export type Tried = z.infer<typeof triedSchema>;

/** What was sent of a kept new artifact without its end being seen; null where nothing was. */
export function triedIn(records: ReadonlyMap<string, KeptRecord>): Tried | null {
  const tried = z.safeParse(triedSchema, records.get(TRIED)?.body);
  return tried.success ? tried.data : null;
}

/** The draft of a new artifact that was there when its form was opened. */
export interface ReopenedBlank {
  head: DraftHead;
  left: readonly LeftValue[];
  /** Files that were on their way when the tab was closed. */
  unsent: readonly string[];
  tried: Tried | null;
}

interface BlankFacts {
  tracker: Tracker;
  /** Tells it apart from other new artifacts of the tracker. */
  key: string;
  uploads: Uploads;
  onReopened(reopened: ReopenedBlank): void;
}

/** The draft of a new artifact, with what has to be known of it after the tab was killed. */
export interface BlankAdapter extends DraftAdapter {
  /** It is about to be sent; null when the server has refused it. */
  setTried(tried: Tried | null): void;
  /** It was created: nothing of it has to be kept. */
  end(): void;
  /** The person has seen and copied what has no place any more. */
  forgetLeft(): void;
}

function titleOf(draft: Draft<BlankArtifact>, { semantics, fields }: Tracker): string {
  const id = semantics.title?.field_id;
  const field = fields.find(({ field_id }) => field_id === id);
  const reading = field && readingsOf(draft.state().base).get(field.field_id);
  return reading ? reading.contract.toText(draft.value(reading.field), reading.field) : '';
}

/** What fits into the form as the tracker is now, and the text of what does not. */
function overNow(kept: DraftState<BlankArtifact>, now: BlankArtifact) {
  const [then, there] = [readingsOf(kept.base), readingsOf(now)];
  const values = new Map<number, unknown>();
  const left: LeftValue[] = [];
  for (const [id, value] of kept.values) {
    const was = then.get(id);
    const is = there.get(id);
    if (is && is.contract === was?.contract && isEditable(now, is.field)) values.set(id, value);
    else if (was) left.push({ label: was.field.label, text: sourceOf(was, value) });
  }
  return { values, left };
}

/** What is kept with the draft so that it can be listed; null when there is nothing to keep. */
function headOf(
  draft: Draft<BlankArtifact>,
  { tracker, key, hasLeft }: Pick<BlankFacts, 'tracker' | 'key'> & { hasLeft: boolean },
): DraftHead | null {
  const { fields } = draft.summary();
  if (fields.length === 0 && !hasLeft) return null;
  return {
    schema: 1,
    place: 'new',
    id: tracker.id,
    key,
    name: `New ${tracker.item_name}`,
    title: titleOf(draft, tracker),
    within: `${tracker.project.label}, ${tracker.label}`,
    changed: fields.map(({ label }) => label),
    hasComment: false,
    savedAt: Date.now(),
    version: null,
  };
}

/** A new artifact as something that the browser keeps: several of one tracker, each by its key (features E15). */
export function blankAdapter<Base extends BlankArtifact>(
  draft: Draft<Base>,
  { tracker, key, uploads, onReopened }: BlankFacts,
): BlankAdapter {
  let left: readonly LeftValue[] = [];
  let tried: Tried | null = null;
  let isEnded = false;
  const unsent = unsentPart(uploads);

  return {
    slot: draftSlot(scope(), 'new', { id: tracker.id, key }),
    head: () => (isEnded ? null : headOf(draft, { tracker, key, hasLeft: left.length > 0 })),
    parts: () =>
      new Map([
        ...partsOf(draft.state()),
        ...unsent(),
        ...(left.length === 0 ? [] : ([[LEFT, left]] as const)),
        ...(tried === null ? [] : ([[TRIED, tried]] as const)),
      ]),
    setTried(next) {
      tried = next;
    },
    end() {
      isEnded = true;
    },
    forgetLeft() {
      left = [];
    },
    adopt(records, how) {
      const kept = readKeptBlank(records);
      if (!kept) return null;
      const typed = draft.state();
      const { values, left: odd } = overNow(kept.state, typed.base);
      tried = triedIn(records);
      const isOpened = how === 'opened';
      left = [...leftIn(records), ...odd, ...(isOpened ? overtyped(kept.state, typed) : [])];
      const mine = isOpened ? typed.values : new Map();
      draft.become({ ...typed, values: new Map([...values, ...mine]) });
      if (isOpened) {
        onReopened({ head: kept.head, left, tried, unsent: unsentIn(records) });
      }
      return { parts: kept.parts, savedAt: kept.head.savedAt };
    },
    clear() {
      left = [];
      tried = null;
      draft.become(emptyDraft(draft.state().base));
    },
  };
}

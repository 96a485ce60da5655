import { scope } from '~/api/session';
import type { Uploads } from '~/attachments/upload/uploads';
import { type Carried, carried, fitWords } from '~/conflicts/fit';
import { askedRows, type MergeRow, mergeArtifact, rebased } from '~/conflicts/mergeArtifact';
import { sourceOf } from '~/fields/contract';
import type { KeptRecord } from '~/kept/record';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import { type DraftState, emptyDraft, keepsText, readingsOf } from '~/saving/draft/draftState';
import { type ArtifactSnapshot, isSameState } from '~/saving/draft/snapshot';
import {
  type KeptDraft,
  LEFT,
  type LeftValue,
  leftIn,
  partsOf,
  readKeptArtifact,
} from '~/saving/kept/artifactParts';
import { artifactHead, type DraftHead, draftSlot } from '~/saving/kept/head';
import { overtyped } from '~/saving/kept/overtyped';
import type { DraftAdapter } from '~/saving/kept/session/adapter';
import { unsentIn, unsentPart } from '~/saving/kept/unsent';
import { hasOtherParts } from '~/saving/others/parts';

/** A draft that was there when its artifact was opened. */
export interface Reopened {
  head: DraftHead;
  /** As it was kept, over what it started from. */
  kept: DraftState;
  /** As it was put in place: another one as soon as something is typed, taken out or discarded. */
  opened: DraftState;
  /** What the draft stands over since: another one as soon as it was merged or saved. */
  base: ArtifactSnapshot;
  /** The artifact is another now. */
  isNewer: boolean;
  /** Labels of fields that both changed, so that a person has to choose, or that can no longer be changed. */
  overlap: readonly string[];
  /** Where it was moved to and what fits there; undefined while it is in its tracker. */
  moved?: string;
  /** Files that were on their way when the tab was closed. */
  unsent: readonly string[];
}

/**
 * Whether two reads of an artifact saw the same version: the validators are of a second, in which somebody may have saved
 * after the first read (features D2).
 */
function isSameVersion(then: ArtifactSnapshot, now: ArtifactSnapshot): boolean {
  return (
    then.etag === now.etag &&
    then.artifact.last_modified_date === now.artifact.last_modified_date &&
    isSameState({ values: now.artifact.values ?? [] }, then)
  );
}

/** What is kept with the draft so that it can be listed; null when there is nothing to keep. */
function headOf(draft: Draft, hasLeft: boolean): DraftHead | null {
  const state = draft.state();
  const { fields, hasComment } = draft.summary();
  if (fields.length === 0 && !hasComment && !hasLeft && !keepsText(state)) return null;
  return artifactHead(state.base, { changed: fields.map(({ label }) => label), hasComment });
}

/** Whether two drafts hold the same, whatever they were typed over. */
function isSameText(a: DraftState, b: DraftState): boolean {
  return equal([...a.values], [...b.values]) && equal(a.comment, b.comment);
}

/** What was typed before the kept draft was there stands over it. */
function withTyped(kept: DraftState, typed: DraftState): DraftState {
  return {
    base: kept.base,
    values: new Map([...kept.values, ...typed.values]),
    comment: typed.comment.body.trim() === '' ? kept.comment : typed.comment,
  };
}

/** Values of fields that the tracker no longer has, or has with another type. */
function leftOf(rows: readonly MergeRow[], now: ArtifactSnapshot): LeftValue[] {
  const there = readingsOf(now);
  return rows
    .filter(({ field, outcome, reading }) => {
      const contract = there.get(field.field_id)?.contract;
      return outcome === 'blocked' && contract !== reading.contract;
    })
    .map(({ field, reading, mine }) => ({
      label: field.label,
      text: sourceOf({ contract: reading.contract, field }, mine),
    }));
}

/** A draft with the fields of the tracker that its artifact is in now; null where it has them. */
function inTrackerOf(now: ArtifactSnapshot, state: DraftState): Carried | null {
  const isThere = state.base.artifact.tracker.id === now.artifact.tracker.id;
  return isThere ? null : carried(state, now);
}

interface ReopenedDraft {
  state: DraftState;
  reopened: Omit<Reopened, 'unsent' | 'opened'>;
  /** What has no place in it any more: the only copy of it. */
  left: readonly LeftValue[];
}

/**
 * A kept draft over the version that the page shows: put together by itself where nothing overlaps, else as it was over
 * its own base, so that the prompt can ask (features E15). Of an artifact that was moved meanwhile both are said with the
 * fields of its tracker of now (features X11).
 */
export function reopen(
  { head, state }: KeptDraft<ArtifactSnapshot>,
  now: ArtifactSnapshot,
): ReopenedDraft {
  const { base } = state;
  const isSame = isSameVersion(base, now);
  const fit = inTrackerOf(now, state);
  if (isSame && !fit && !hasOtherParts(base, now)) {
    const reopened = { head, kept: state, base: now, isNewer: false, overlap: [] };
    return { state: { ...state, base: now }, reopened, left: [] };
  }
  const { tracker } = now.artifact;
  const mine = fit?.state ?? state;
  const rows = mergeArtifact(mine, now);
  const overlap = askedRows(rows).map(({ field }) => field.label);
  const next = overlap.length === 0 ? rebased(mine, now, { rows, decisions: new Map() }) : mine;
  const left = [...(fit?.left ?? []), ...leftOf(rows, now)];
  const moved = fit ? { moved: `Moved to tracker ${tracker.label}: ${fitWords(fit)}.` } : {};
  return {
    state: next,
    reopened: { head, kept: state, base: next.base, isNewer: !isSame, overlap, ...moved },
    left,
  };
}

/** With what has no place in the artifact any more. */
export interface ArtifactAdapter extends DraftAdapter {
  /** The person has seen and copied it, or thrown the draft away. */
  forgetLeft(): void;
  /** Goes on with the draft of the page before, whose artifact was moved while it was open; nothing else is taken. */
  takeOver(records: ReadonlyMap<string, KeptRecord>): void;
}

interface Heard {
  uploads: Uploads;
  /** `isKept`: by the browser, else by the page before. */
  onReopened(reopened: Reopened, isKept: boolean): void;
  /** What has no place in the artifact any more is this by now: it goes once it is dismissed, so all of it is told. */
  onLeft(left: readonly LeftValue[]): void;
  /** The draft holds something, or nothing any more, without a key in this tab. */
  onFollowed(hasFields: boolean): void;
}

/** The draft of an artifact as something that the browser keeps. */
export function artifactAdapter(draft: Draft, heard: Heard): ArtifactAdapter {
  const { id } = draft.state().base.artifact;
  let left: readonly LeftValue[] = [];
  let takenOver: Reopened | null = null;
  const unsent = unsentPart(heard.uploads);

  /** The same text of the same field once: an artifact may be moved there and back. */
  function leave(next: readonly LeftValue[]): void {
    left = next.filter((one, at) => next.findIndex((other) => equal(one, other)) === at);
    heard.onLeft(left);
  }

  /** Puts a draft in place that was there when the artifact was opened; what was typed meanwhile stands over it. */
  function open(
    kept: KeptDraft<ArtifactSnapshot>,
    records: ReadonlyMap<string, KeptRecord>,
  ): Reopened {
    const typed = draft.state();
    const { state, reopened, left: own } = reopen(kept, typed.base);
    draft.become(withTyped(state, typed));
    leave([...leftIn(records), ...own, ...overtyped(state, typed)]);
    return { ...reopened, opened: draft.state(), unsent: unsentIn(records) };
  }

  return {
    slot: draftSlot(scope(), 'artifact', { id }),
    head: () => headOf(draft, left.length > 0),
    parts: () =>
      new Map([
        ...partsOf(draft.state()),
        ...(left.length === 0 ? [] : ([[LEFT, left]] as const)),
        ...unsent(),
      ]),
    forgetLeft: () => leave([]),
    adopt(records, how) {
      const { base } = draft.state();
      const kept = readKeptArtifact(records, base);
      if (!kept) return null;
      if (how === 'opened') {
        // What the page before had is here already; not what it never saw, as behind a passphrase.
        const isHere = takenOver !== null && isSameText(takenOver.kept, kept.state);
        heard.onReopened(isHere && takenOver ? takenOver : open(kept, records), true);
        takenOver = null;
      } else {
        const fit = inTrackerOf(base, kept.state);
        draft.become(fit?.state ?? kept.state);
        leave([...leftIn(records), ...(fit?.left ?? [])]);
      }
      heard.onFollowed(draft.summary().fields.length > 0);
      return { parts: kept.parts, savedAt: kept.head.savedAt };
    },
    takeOver(records) {
      const { base } = draft.state();
      const before = readKeptArtifact(records, base);
      const isSame = before?.state.base.artifact.id === base.artifact.id;
      if (!isSame || !inTrackerOf(base, before.state)) return;
      takenOver = open(before, records);
      heard.onReopened(takenOver, false);
      heard.onFollowed(draft.summary().fields.length > 0);
    },
    clear() {
      leave([]);
      takenOver = null;
      draft.become(emptyDraft(draft.state().base));
      heard.onFollowed(false);
    },
  };
}

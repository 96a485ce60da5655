import { useEffect, useEffectEvent, useState } from 'react';
import type { Tracker } from '~/api/trackers';
import { Uploads } from '~/attachments/upload/uploads';
import { useUnfinished } from '~/attachments/upload/useUploads';
import type { CreateJob, CreateOutcome } from '~/saving/create/createArtifact';
import { type CreateHandle, type NotedTry, useCreate } from '~/saving/create/useCreate';
import { createDraft, type Draft, type DraftSummary } from '~/saving/draft/draft';
import { changeOf, emptyDraft } from '~/saving/draft/draftState';
import { useDraftSummary } from '~/saving/draft/useDraft';
import type { Tried } from '~/saving/kept/blankThing';
import { followingWords } from '~/saving/kept/KeptNotices';
import { explainRefusal } from '~/saving/refusal';
import { useConditions } from '~/saving/rules/useConditions';
import type { Problems } from '../editor/editor';
import { atValues, noProblems } from '../editor/problems';
import { type Elsewhere, useElsewhere } from '../elsewhere/useElsewhere';
import { type Blank, blankArtifact } from './blankArtifact';
import { newArtifactErrors } from './newArtifactErrors';
import { keepTypedSince, typedSince } from './typedSince';
import { type Created, leftWords, useArrival } from './useArrival';
import { type KeptBlank, useKeptBlank } from './useKeptBlank';

export interface NewArtifactEditor {
  base: Blank;
  draft: Draft<Blank>;
  summary: DraftSummary;
  /** Something typed would be lost. */
  isAtRisk: boolean;
  problems: Problems;
  /** What stands against what is filled in by now, whether it was tried to be created or not. */
  check(): Problems;
  /** Something is filled in, and it can be sent as soon as it is looked at. */
  canReview: boolean;
  /** The server refused with 403: why nothing can be created here. */
  lock: string | undefined;
  creating: CreateHandle;
  /** The draft in this browser. */
  kept: KeptBlank;
  draftKey: string;
  /** Throws away what was filled in, in this browser too. */
  discard(): void;
  uploads: Uploads;
  unfinished: readonly string[];
  /** What a killed tab was creating here is still looked for: nothing is sent until that is clear. */
  isLooking: boolean;
  elsewhere: Elsewhere;
  create(): void;
}

/** A try of a tab that was closed before its answer came is looked for first (features E16). */
function useLostCreate(
  { reopened, state }: Pick<KeptBlank, 'reopened' | 'state'>,
  lookFor: (tried: Tried) => void,
): void {
  const tried = state.role === 'editor' ? reopened?.tried : null;
  const look = useEffectEvent(lookFor);
  useEffect(() => {
    if (tried) look(tried);
  }, [tried]);
}

/** The state of the page of a new artifact: what is typed, what is wrong, and creating it once. */
export function useNewArtifact(
  tracker: Tracker,
  { draftKey, values }: { draftKey: string; values?: ReadonlyMap<number, unknown> | undefined },
): NewArtifactEditor {
  const [base] = useState(() => blankArtifact(tracker));
  const [draft] = useState(() =>
    createDraft(base, values && { ...emptyDraft(base), values: new Map(values) }),
  );
  const [uploads] = useState(() => new Uploads());
  const unfinished = useUnfinished(uploads);
  const [problems, setProblems] = useState(noProblems);
  const [lock, setLock] = useState<string>();
  const [leftAt, setLeftAt] = useState<number>();
  const summary = useDraftSummary(draft);
  const elsewhere = useElsewhere(draft);
  const conditions = useConditions(draft, tracker.workflow);
  const { isThere, arrive } = useArrival(tracker);
  const kept = useKeptBlank(draft, { tracker, draftKey, uploads });
  const { thing, session } = kept;
  const isFollowing = kept.state.role === 'follower';
  const creating = useCreate({ onEnd, onTry });
  useLostCreate(kept, ({ after, values, entry }) =>
    creating.lookFor({ trackerId: tracker.id, fields: base.fields, values }, { after, entry }),
  );
  const isLooking = Boolean(kept.reopened?.tried) && creating.outcome === null;
  const isUnknown = creating.outcome?.kind === 'unknown';

  /** Kept before it is sent: whoever opens the draft after a crash looks for it instead of sending it twice. */
  async function onTry({ values }: CreateJob, { after, entry }: NotedTry): Promise<void> {
    thing.setTried({ after, values: [...values], entry });
    await session.flush();
  }

  function forgetTry(): void {
    thing.setTried(null);
    void session.flush();
  }

  /** What was typed after it was sent goes along as a draft of what it became; where that fails, it stays here. */
  async function end(outcome: Created, sent: CreateJob['values']): Promise<void> {
    const typed = typedSince(draft.state(), sent);
    const isMore = typed.size > 0;
    if (isMore && !(await keepTypedSince(outcome.id, typed))) {
      setLeftAt(outcome.id);
      return;
    }
    thing.end();
    void session.flush();
    arrive({ ...outcome, isMore });
  }

  function onEnd(outcome: CreateOutcome, { values }: CreateJob): void {
    if (outcome.kind === 'created') void end(outcome, values);
    if (outcome.kind === 'held' || outcome.kind === 'refused') forgetTry();
    if (outcome.kind !== 'refused') return;
    const { error } = outcome;
    if (error.status === 403)
      setLock(`The server does not let you create a ${tracker.item_name} here.`);
    const { byField, rest } = explainRefusal(error, base.fields);
    setProblems({
      byField: atValues(byField, draft.state()),
      rest: error.status === 400 ? rest : [],
    });
  }

  function check(): Problems {
    const own = newArtifactErrors(draft.state(), tracker.workflow, conditions);
    return { byField: atValues(new Map([...elsewhere.problems, ...own]), draft.state()), rest: [] };
  }

  const isBarred =
    isFollowing || (lock ?? leftAt) !== undefined || isUnknown || isThere || isLooking;

  function create(): void {
    if (isBarred || unfinished.length > 0 || elsewhere.isChecking) return;
    const found = check();
    setProblems(found);
    const { values } = changeOf(draft.state());
    if (found.byField.size > 0 || values.length === 0) return;
    creating.create({ trackerId: tracker.id, fields: base.fields, values });
  }

  const isDirty = summary.fields.length > 0 || unfinished.length > 0;
  return {
    base,
    draft,
    summary,
    isAtRisk: !isThere && !isFollowing && (isDirty || creating.step !== null),
    problems,
    check,
    canReview: summary.fields.length > 0 && !isBarred && creating.step === null,
    lock: isFollowing ? followingWords : (lock ?? leftWords(leftAt, tracker)),
    creating,
    kept,
    draftKey,
    discard() {
      uploads.cancelAll();
      thing.forgetLeft();
      draft.discard();
      setProblems(noProblems);
      void session.flush();
    },
    uploads,
    unfinished,
    isLooking,
    elsewhere,
    create,
  };
}

import type { Tracker } from '~/api/trackers';
import { notAddedProblems } from '~/fields/openList/notAdded';
import type { CreateJob, CreateOutcome } from '~/saving/create/createArtifact';
import { type CreateHandle, isOpenEnded } from '~/saving/create/useCreate';
import { createDraft, type Draft } from '~/saving/draft/draft';
import { changeOf, emptyDraft } from '~/saving/draft/draftState';
import { createdChanges } from '~/saving/journal/journaledCreate';
import { followingWords } from '~/saving/kept/KeptNotices';
import { useConditions } from '~/saving/rules/useConditions';
import type { Problems } from '../editor/editor';
import { atValues, hasProblems } from '../editor/problems';
import { type FormDraft, useFormDraft } from '../editor/useFormDraft';
import { useProblems } from '../editor/useProblems';
import { type Blank, blankArtifact } from './blankArtifact';
import { newArtifactErrors } from './newArtifactErrors';
import { useArrival } from './useArrival';
import { useCreating } from './useCreating';
import { type KeptBlank, useKeptBlank } from './useKeptBlank';

/** The state of the page of a new artifact, as its parts are given it. */
export interface NewArtifactEditor extends FormDraft<Blank> {
  /** Something typed would be lost. */
  isAtRisk: boolean;
  /** It is created, and the page is about to be left: what would be typed now would be lost. */
  isLeaving: boolean;
  problems: Problems;
  /** What stands against what is filled in by now, whether it was tried to be created or not. */
  check(): Problems;
  /** Something is filled in, and it can be sent as soon as it is looked at. */
  canReview: boolean;
  /** The server refused with 403, another tab is the editor, or it is created already: why nothing can be created here. */
  lock: string | undefined;
  /** Lets it be tried again after a 403; undefined without one. */
  unlock: (() => void) | undefined;
  creating: CreateHandle;
  /** The draft in this browser. */
  kept: KeptBlank;
  draftKey: string;
  /** Throws away what was filled in, in this browser too. */
  discard(): void;
  /** What a killed tab was creating here is still looked for: nothing is sent until that is clear. */
  isLooking: boolean;
  create(): void;
}

interface Start {
  draftKey: string;
  /** What the form begins with, by field id. */
  values?: ReadonlyMap<number, unknown> | undefined;
}

function newDraft(tracker: Tracker, values: Start['values']): Draft<Blank> {
  const base = blankArtifact(tracker);
  return createDraft(base, values && { ...emptyDraft(base), values: new Map(values) });
}

/** The state of the page of a new artifact: what is typed, what is wrong, and creating it once. */
export function useNewArtifact(tracker: Tracker, { draftKey, values }: Start): NewArtifactEditor {
  const form = useFormDraft(() => newDraft(tracker, values));
  const { draft, base, summary, uploads, unfinished, notAdded, elsewhere } = form;
  const wrong = useProblems(`The server does not let you create a ${tracker.item_name} here.`);
  const conditions = useConditions(draft, tracker.workflow);
  const kept = useKeptBlank(draft, { tracker, draftKey, uploads });
  const { isLeaving, isThere, left, arrive, tellDiscarded } = useArrival(tracker, { draft, kept });
  const { creating, isLooking } = useCreating({ tracker, draft, kept, onEnd });
  const isFollowing = kept.state.role === 'follower';
  const lock = isFollowing ? followingWords : (wrong.lock ?? left);
  const isBarred = lock !== undefined || isOpenEnded(creating) || isLeaving || isLooking;
  const isDirty = summary.fields.length > 0 || unfinished.length > 0;

  function onEnd(outcome: CreateOutcome, sent: CreateJob, isTakenBack: boolean): void {
    if (outcome.kind === 'created' && isTakenBack) tellDiscarded(outcome);
    else if (outcome.kind === 'created') arrive(outcome, sent.values);
    if (outcome.kind === 'refused' && !isTakenBack) wrong.refuse(outcome.error, draft.state());
  }

  function check(): Problems {
    const own = newArtifactErrors(draft.state(), tracker.workflow, conditions);
    const found = new Map([...notAddedProblems(notAdded), ...elsewhere.problems, ...own]);
    return { byField: atValues(found, draft.state()), rest: [] };
  }

  function create(): void {
    if (isBarred || unfinished.length > 0 || elsewhere.isChecking) return;
    const problems = check();
    wrong.show(problems);
    const { values } = changeOf(draft.state());
    if (hasProblems(problems) || values.length === 0) return;
    const changes = createdChanges(draft.state(), values);
    creating.create({ trackerId: tracker.id, fields: base.fields, values, changes });
  }

  return {
    ...form,
    isAtRisk: !isThere && !isFollowing && (isDirty || creating.step !== null),
    isLeaving,
    problems: wrong.problems,
    check,
    canReview: summary.fields.length > 0 && !isBarred && creating.step === null,
    lock,
    unlock: wrong.unlock,
    creating,
    kept,
    draftKey,
    discard() {
      uploads.cancelAll();
      creating.takeBack();
      kept.adapter.setTried(null);
      draft.discard();
      kept.dismiss();
      wrong.clear();
      void kept.session.flush();
    },
    isLooking,
    create,
  };
}

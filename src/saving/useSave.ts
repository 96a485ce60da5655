import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { artifactQuery } from '~/api/artifacts';
import { changesetsKey } from '~/api/changesets';
import { currentSession } from '~/api/session';
import { oneProfile } from '~/api/signIn/oneProfile';
import { useOneMutation } from '~/api/useOneMutation';
import type { Draft } from './draft/draft';
import type { DraftState } from './draft/draftState';
import { keepUnstored, storedPart } from './draft/unstored';
import { type BegunEntry, writerNow } from './journal/journal';
import { journaledSave } from './journal/journaled';
import { newestKeeper } from './keepNewest';
import { noteMangledTag } from './mangledTag';
import { restPortOf } from './restPort';
import { knownConditions } from './rules/useConditions';
import { saveArtifact } from './saveArtifact';
import { saveJobOf } from './saveJob';
import {
  type Attempt,
  lookFrom,
  type Saved,
  type SaveJob,
  type SaveOutcome,
  type SaveState,
} from './saveMachine';
import type { SaveStep } from './steps/steps';
import { type SendQuestion, useSendQuestion } from './steps/useSendQuestion';

/** A save that came to an end, with what had been sent. */
export interface SaveResult {
  outcome: SaveOutcome;
  sent: DraftState;
  /** Where the journal tells of it; another try of the same goes on there. */
  entry?: BegunEntry | null;
}

export interface SaveHandle {
  /** Sends the draft as it is now; nothing while a save is under way or has not come to its end. */
  save(): void;
  /** After an unknown outcome, or when reading back failed: looks what became of it, sends nothing. */
  lookAgain(): void;
  /** After an unknown outcome: looks, and sends the same once more only if it is not there. */
  sendAgain(): void;
  /** Null while nothing is under way. */
  step: SaveStep | null;
  result: SaveResult | null;
  /** "Send now?" while it stands. */
  question: SendQuestion | null;
  /** A fault of ours; everything the server can do is an outcome. */
  fault: Error | null;
  forget(): void;
}

interface Run {
  job: SaveJob;
  sent: DraftState;
  from?: SaveState | undefined;
  entry?: BegunEntry | null | undefined;
}

interface SaveHooks {
  /** Keeps the draft in this browser as it is: before it is sent, so that a tab may be killed at any moment. */
  keep(): Promise<void>;
  onEnd(result: SaveResult): void;
}

/** What of the draft is stored: all that was sent, unless the server holds some of it otherwise. */
function storedOf(sent: DraftState, { how, attempt, changeset }: Saved): DraftState {
  const isWhole = how !== 'commented' || !changeset;
  return isWhole ? sent : storedPart(sent, { change: attempt.change, changeset });
}

/**
 * Saving one draft from a page: the engine with the REST port, the cache refreshed by what was read back, the draft
 * freed of what was stored. What was typed meanwhile stays in the draft.
 */
export function useSave(draft: Draft, { keep, onEnd }: SaveHooks): SaveHandle {
  const queryClient = useQueryClient();
  const [step, setStep] = useState<SaveStep | null>(null);
  // As for what is under way: what was drawn last may not know it yet.
  const isOpenEnded = useRef(false);
  const { id } = draft.state().base.artifact;
  // Of the page, not of the moment: the page may stand for a while after another profile was chosen.
  const [profile] = useState(oneProfile);
  const [writer] = useState(writerNow);
  const [keepNewest] = useState(() => newestKeeper(queryClient, id));
  const { begin, question } = useSendQuestion();
  const mutation = useOneMutation({
    async mutationFn({ job, sent, from, entry }: Run): Promise<SaveResult> {
      const sender = begin();
      const save = (onWrite: (attempt: Attempt) => Promise<void>) =>
        saveArtifact(job, restPortOf(profile), { onStep: setStep, onWrite, from, ...sender });
      const telling = { entry, keep, onStep: setStep, by: writer };
      return { sent, ...(await journaledSave(sent, save, telling)) };
    },
    async onSuccess(result) {
      const { outcome, sent } = result;
      if (outcome.kind === 'saved') {
        if (outcome.isPhantom)
          noteMangledTag(profile.scope[0], outcome.attempt.over.etag ?? '', Date.now());
        if (outcome.news) {
          await keepNewest(outcome.news.version);
          draft.accept(storedOf(sent, outcome), outcome.news.version);
          // Found without a clear answer, its links may be stored in part.
          if (outcome.how !== 'answered') keepUnstored(draft, sent, outcome.news.version);
        } else {
          void queryClient.invalidateQueries(artifactQuery(id));
          void queryClient.invalidateQueries({ queryKey: changesetsKey(id) });
        }
      }
      onEnd(result);
    },
    onSettled(result) {
      isOpenEnded.current = result !== undefined && lookFrom(result.outcome) !== null;
      setStep(null);
    },
  });
  const { data, variables } = mutation;
  /** Goes on with the same save. */
  const again = (run: Partial<Run>) => {
    if (!data || !variables) return;
    const { sent, entry } = data;
    mutation.mutate({ job: variables.job, sent, entry, ...run });
  };
  return {
    save() {
      if (isOpenEnded.current) return;
      const sent = draft.state();
      const me = currentSession()?.person.id ?? 0;
      mutation.mutate({ sent, job: saveJobOf(sent, me, knownConditions(queryClient, sent)) });
    },
    lookAgain() {
      const from = data && lookFrom(data.outcome);
      if (from) again({ from });
    },
    sendAgain() {
      if (!variables || data?.outcome.kind !== 'unknown') return;
      const { attempt, error } = data.outcome;
      again({ job: { ...variables.job, earlier: { attempt, error } } });
    },
    step: mutation.isPending ? (step ?? 'writing') : null,
    result: data ?? null,
    question,
    fault: mutation.error,
    forget() {
      isOpenEnded.current = false;
      mutation.reset();
    },
  };
}

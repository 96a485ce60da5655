import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { artifactQuery } from '~/api/artifacts';
import { changesetsKey } from '~/api/changesets';
import { currentSession } from '~/api/session';
import { oneProfile } from '~/api/signIn/oneProfile';
import { useOneMutation } from '~/api/useOneMutation';
import type { Draft } from './draft/draft';
import type { DraftState } from './draft/draftState';
import { type BegunEntry, writerNow } from './journal/journal';
import { journaledSave } from './journal/journaled';
import { newestKeeper } from './keepNewest';
import { lookFrom } from './machine/saveMachine';
import type { Attempt, SaveJob, SaveState } from './machine/states';
import { noteMangledTag } from './mangledTag';
import { freeDraft, versionAfter } from './others/freeDraft';
import { otherParts } from './others/parts';
import { restOthersOf } from './others/restOthers';
import { isUnclear } from './others/saveOther';
import { type EndedSave, isOpenEnded, othersAgain, withOthers } from './others/wholeSave';
import { restPortOf } from './restPort';
import { knownConditions } from './rules/useConditions';
import { saveArtifact } from './saveArtifact';
import { saveJobOf } from './saveJob';
import { askedOnce } from './steps/drive';
import type { SaveStep } from './steps/steps';
import { type SendQuestion, useSendQuestion } from './steps/useSendQuestion';

/** A save that came to an end, with what had been sent. */
export interface SaveResult extends EndedSave {
  /** Where the journal tells of it; another try of the same goes on there. */
  entry?: BegunEntry | null;
}

export interface SaveHandle {
  /** Sends the draft as it is now; nothing while a save is under way or has not come to its end. */
  save(): void;
  /**
   * After an unknown outcome, or when reading back failed: looks what became of it. It sends only what is then still to be
   * done at other artifacts.
   */
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
  /** An earlier try whose own part is done: it goes on with the other artifacts. */
  ended?: SaveResult | undefined;
}

interface SaveHooks {
  /** Keeps the draft in this browser as it is: before it is sent, so that a tab may be killed at any moment. */
  keep(): Promise<void>;
  onEnd(result: SaveResult): void;
}

/**
 * Saving one draft from a page: the engine with the REST port, the cache refreshed by what was read back, the draft
 * freed of what was stored. What was typed meanwhile stays in the draft.
 */
export function useSave(draft: Draft, { keep, onEnd }: SaveHooks): SaveHandle {
  const queryClient = useQueryClient();
  const [step, setStep] = useState<SaveStep | null>(null);
  // As for what is under way: what was drawn last may not know it yet.
  const isOpen = useRef(false);
  const { id } = draft.state().base.artifact;
  // Of the page, not of the moment: the page may stand for a while after another profile was chosen.
  const [profile] = useState(oneProfile);
  const [writer] = useState(writerNow);
  const [keepNewest] = useState(() => newestKeeper(queryClient, id));
  const { begin, question } = useSendQuestion();
  const [entries] = useState(() => new Map<number, BegunEntry>());
  const mutation = useOneMutation({
    async mutationFn({ job, sent, from, entry, ended }: Run): Promise<SaveResult> {
      const sender = askedOnce(begin());
      const own = { profile, by: writer, me: job.me, from: id, sender, entries };
      const others = { hands: restOthersOf(own), onStep: setStep };
      if (ended) return { ...ended, ...(await othersAgain(ended, others)) };
      const save = (onWrite: (attempt: Attempt) => Promise<void>) =>
        saveArtifact(job, restPortOf(profile), { onStep: setStep, onWrite, from, ...sender });
      const telling = { entry, keep, onStep: setStep, by: writer };
      const { outcome, entry: noted } = await journaledSave(sent, save, telling);
      const whole = await withOthers(outcome, sent, others);
      return { sent, entry: noted, again: null, ...whole };
    },
    async onSuccess(result) {
      const { outcome, others } = result;
      if (outcome.kind === 'saved' && outcome.isPhantom)
        noteMangledTag(profile.scope[0], outcome.attempt.over.etag ?? '', Date.now());
      const version = versionAfter(result);
      if (version) {
        await keepNewest(version);
        freeDraft(draft, result, version);
      } else if (outcome.kind === 'saved') {
        void queryClient.invalidateQueries(artifactQuery(id));
        void queryClient.invalidateQueries({ queryKey: changesetsKey(id) });
      }
      if (result.isBehind) void queryClient.invalidateQueries(artifactQuery(id));
      for (const other of others) void queryClient.invalidateQueries(artifactQuery(other.id));
      onEnd(result);
    },
    onSettled(result) {
      isOpen.current = result !== undefined && isOpenEnded(result);
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
      if (isOpen.current) return;
      const sent = draft.state();
      const me = currentSession()?.person.id ?? 0;
      mutation.mutate({ sent, job: saveJobOf(sent, me, knownConditions(queryClient, sent)) });
    },
    lookAgain() {
      if (!data || !isOpenEnded(data)) return;
      const from = lookFrom(data.outcome);
      if (from) return again({ from });
      const ids = data.others.filter(isUnclear).map((one) => one.id);
      const wanted = otherParts(draft.state()).map((part) => part.id);
      again({ ended: { ...data, again: { ids, wanted } } });
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
      isOpen.current = false;
      mutation.reset();
    },
  };
}

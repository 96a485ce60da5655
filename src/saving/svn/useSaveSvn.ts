import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { oneProfile } from '~/api/signIn/oneProfile';
import { repositoryQuery } from '~/api/svn';
import { useOneMutation } from '~/api/useOneMutation';
import { type BegunEntry, writerNow } from '../journal/journal';
import { journaledSvn } from '../journal/journaled';
import type { SvnSaveStep } from '../steps/steps';
import { type SendQuestion, useSendQuestion } from '../steps/useSendQuestion';
import { restSvnPortOf } from './restSvnPort';
import { saveSvn } from './saveSvn';
import { lookFor, type SvnSaveJob, type SvnSaveOutcome, type SvnSaveState } from './saveSvnMachine';

/** A save that came to an end, with the draft that had been sent. */
export interface SvnSaveResult<Draft> {
  outcome: SvnSaveOutcome;
  sent: Draft;
  /** Where the journal tells of it; another try of the same goes on there. */
  entry?: BegunEntry | null;
}

export interface SvnSaveHandle<Draft> {
  /** Sends `mine` over `base`; `sent` is given back with the outcome. */
  save(job: Pick<SvnSaveJob, 'base' | 'mine'>, sent: Draft): void;
  /** After an unknown outcome: looks whether it landed, sends nothing. */
  lookAgain(): void;
  /** After an unknown outcome: looks, and sends the same once more only if it is not there. */
  sendAgain(): void;
  /** Null while nothing is under way. */
  step: SvnSaveStep | null;
  result: SvnSaveResult<Draft> | null;
  /** "Send now?" while it stands. */
  question: SendQuestion | null;
  /** A fault of ours; everything the server can do is an outcome. */
  fault: Error | null;
  forget(): void;
}

interface Run<Draft> {
  job: SvnSaveJob;
  sent: Draft;
  from?: SvnSaveState;
  /** An earlier try of the same of which nobody knows. */
  lost?: SvnSaveOutcome;
  entry?: BegunEntry | null | undefined;
}

/** Saving settings from a page: the engine with the REST port, the cache refreshed by what was read on the way. */
export function useSaveSvn<Draft>(
  onEnd: (result: SvnSaveResult<Draft>) => void,
  keep?: () => Promise<void>,
): SvnSaveHandle<Draft> {
  const queryClient = useQueryClient();
  const [step, setStep] = useState<SvnSaveStep | null>(null);
  // Of the page, not of the moment: the page may stand for a while after another profile was chosen.
  const [profile] = useState(oneProfile);
  const [writer] = useState(writerNow);
  const { begin, question } = useSendQuestion();
  const mutation = useOneMutation({
    async mutationFn({ job, sent, from, entry, lost }: Run<Draft>): Promise<SvnSaveResult<Draft>> {
      const sender = begin();
      const save = async () => {
        const ended = await saveSvn(job, restSvnPortOf(profile), {
          onStep: setStep,
          from,
          ...sender,
        });
        // Not sent after all: of the earlier try is known what was known before.
        return ended.kind === 'held' && lost ? lost : ended;
      };
      const telling = { entry, keep, onStep: setStep, by: writer };
      return { sent, ...(await journaledSvn(job, save, telling)) };
    },
    onSuccess(result, { job }) {
      // The cache is that of the profile of now.
      if (!profile.isCurrent()) return;
      const { outcome } = result;
      const { queryKey } = repositoryQuery(job.base.id);
      if ('version' in outcome) queryClient.setQueryData(queryKey, outcome.version);
      if (outcome.kind === 'conflict') queryClient.setQueryData(queryKey, outcome.theirs);
      onEnd(result);
    },
    onSettled: () => setStep(null),
  });
  const again = (isOnlyLooking: boolean) => {
    const { data, variables } = mutation;
    if (!variables || data?.outcome.kind !== 'unknown') return;
    const { attempt, error } = data.outcome;
    const job = { ...variables.job, mayHaveLanded: attempt.sent };
    const run = { job, sent: data.sent, entry: data.entry, lost: data.outcome };
    mutation.mutate(isOnlyLooking ? { ...run, from: lookFor(attempt, error) } : run);
  };
  return {
    save: (job, sent) => mutation.mutate({ sent, job: { ...job, mayHaveLanded: null } }),
    lookAgain: () => again(true),
    sendAgain: () => again(false),
    step: mutation.isPending ? (step ?? 'checking') : null,
    result: mutation.data ?? null,
    question,
    fault: mutation.error,
    forget: mutation.reset,
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { repositoryQuery } from '~/api/svn';
import type { BegunEntry } from '../journal/journal';
import { journaledSvn } from '../journal/journaledSvn';
import type { SvnSaveStep } from '../steps/steps';
import { type PageHands, type Progress, useRun } from '../steps/useRun';
import { restSvnPortOf } from './restSvnPort';
import { saveSvn } from './saveSvn';
import { lookFor, type SvnSaveJob, type SvnSaveOutcome, type SvnSaveState } from './saveSvnMachine';

/** A save that came to an end, with the draft that had been sent. */
export interface SvnSaveResult<Draft> {
  outcome: SvnSaveOutcome;
  sent: Draft;
  /** Where the journal tells of it; another try of the same goes on there. */
  entry?: BegunEntry | null;
  /** The draft was thrown away before its end was known: it is looked for, and not sent any more. */
  isTakenBack?: boolean;
}

/** Whether it is not known yet what became of the last save: once taken back, until it has been looked for. */
export function isOpenEnded(
  ended: Pick<SvnSaveResult<unknown>, 'outcome' | 'isTakenBack'> | null,
): boolean {
  if (ended?.outcome.kind !== 'unknown') return false;
  return !ended.isTakenBack || ended.outcome.search === 'failed';
}

export interface SvnSaveHandle<Draft> extends Progress<SvnSaveStep> {
  /** Sends `mine` over `base`; `sent` is given back with the outcome. */
  save(job: Pick<SvnSaveJob, 'base' | 'mine'>, sent: Draft): void;
  /** After an unknown outcome: looks whether it landed, sends nothing. */
  lookAgain(): void;
  /** After an unknown outcome: looks, and sends the same once more only if it is not there. */
  sendAgain(): void;
  result: SvnSaveResult<Draft> | null;
  forget(): void;
  /** The draft is thrown away: an end that is not known yet is looked for all the same, and nothing is sent any more. */
  takeBack(): void;
}

interface Run<Draft> {
  job: SvnSaveJob;
  sent: Draft;
  from?: SvnSaveState;
  /** An earlier try of the same of which nobody knows. */
  lost?: SvnSaveOutcome;
  entry?: BegunEntry | null | undefined;
  isTakenBack?: boolean;
}

/** Saving settings from a page: the engine with the REST port, the cache refreshed by what was read on the way. */
export function useSaveSvn<Draft>(
  onEnd: (result: SvnSaveResult<Draft>) => void,
  keep?: () => Promise<void>,
): SvnSaveHandle<Draft> {
  const queryClient = useQueryClient();
  const { mutation, progress } = useRun({
    first: 'checking',
    async carryOut(
      { job, sent, from, entry, lost, isTakenBack = false }: Run<Draft>,
      { profile, by, sender, onStep }: PageHands<SvnSaveStep>,
    ): Promise<SvnSaveResult<Draft>> {
      const save = async () => {
        const ended = await saveSvn(job, restSvnPortOf(profile), { onStep, from, ...sender });
        // Not sent after all: of the earlier try is known what was known before.
        return ended.kind === 'held' && lost ? lost : ended;
      };
      return { sent, isTakenBack, ...(await journaledSvn(job, save, { entry, keep, onStep, by })) };
    },
    onSuccess(result, { job }, profile) {
      // The cache is that of the profile of now.
      if (!profile.isCurrent()) return;
      const { outcome } = result;
      const { queryKey } = repositoryQuery(job.base.id);
      if ('version' in outcome) queryClient.setQueryData(queryKey, outcome.version);
      if (outcome.kind === 'conflict') queryClient.setQueryData(queryKey, outcome.theirs);
      onEnd(result);
    },
  });
  const again = (isOnlyLooking: boolean, isTakenBack = mutation.data?.isTakenBack ?? false) => {
    const { data, variables } = mutation;
    if (!variables || data?.outcome.kind !== 'unknown') return;
    const { attempt, error } = data.outcome;
    const job = { ...variables.job, mayHaveLanded: attempt.sent };
    const run = { job, sent: data.sent, entry: data.entry, lost: data.outcome, isTakenBack };
    mutation.mutate(isOnlyLooking ? { ...run, from: lookFor(attempt, error) } : run);
  };
  return {
    ...progress,
    save: (job, sent) => mutation.mutate({ sent, job: { ...job, mayHaveLanded: null } }),
    lookAgain: () => again(true),
    sendAgain: () => again(mutation.data?.isTakenBack ?? false),
    result: mutation.data ?? null,
    forget: mutation.reset,
    takeBack: () => (isOpenEnded(mutation.data ?? null) ? again(true, true) : mutation.reset()),
  };
}

import { useState } from 'react';
import type { ArtifactChange } from '~/api/artifacts';
import { ApiError } from '~/api/error';
import { currentSession } from '~/api/session';
import { oneProfile } from '~/api/signIn/oneProfile';
import type { Field } from '~/api/trackers';
import { useOneMutation } from '~/api/useOneMutation';
import { journaledCreate } from '../journal/journaled';
import {
  type CreateJob,
  type CreateOutcome,
  type CreatePort,
  type CreateStep,
  createArtifact,
  findCreated,
  type UnknownCreate,
} from './createArtifact';
import { restCreatePortOf } from './restCreatePort';

/** What is to be created, as the form gives it. */
export interface Creation {
  trackerId: number;
  fields: readonly Field[];
  values: ArtifactChange['values'];
}

export interface CreateHandle {
  create(what: Creation): void;
  /** After an unknown outcome: looks whether it landed, sends nothing. */
  lookAgain(): void;
  /** After an unknown outcome: looks, and sends the same once more only if it is not there. */
  sendAgain(): void;
  /** A try of a tab that was closed before its answer came: looks whether it landed, sends nothing. */
  lookFor(what: Creation, triedAfter: number): void;
  /** Null while nothing is under way. */
  step: CreateStep | null;
  outcome: CreateOutcome | null;
  /** A fault of ours; everything the server can do is an outcome. */
  fault: Error | null;
}

interface Run {
  job: CreateJob;
  /** An earlier try to look for first. */
  lost?: Extract<CreateOutcome, { kind: 'unknown' }>;
  sends: boolean;
}

async function carryOut(
  { job, lost, sends }: Run,
  port: CreatePort,
  onStep: (step: CreateStep) => void,
): Promise<CreateOutcome> {
  if (!lost) return createArtifact(job, port, onStep);
  onStep('searching');
  const found = await findCreated(job, port, lost);
  const mayBeThere =
    found.kind === 'created' || (found.kind === 'unknown' && found.search === 'failed');
  if (!sends || mayBeThere) return found;
  return createArtifact({ ...job, triedAfter: lost.triedAfter }, port, onStep);
}

/** Hears what is newest in the tracker, before anything is sent; the sending waits for it. */
function notingPort(port: CreatePort, onTry: (triedAfter: number) => Promise<void>): CreatePort {
  return {
    ...port,
    async newestId(trackerId) {
      const newest = await port.newestId(trackerId);
      await onTry(newest);
      return newest;
    },
  };
}

/** What a tab that was closed knew of its try. */
function lostTry(triedAfter: number): UnknownCreate {
  const request = { method: 'POST', path: '/api/artifacts' };
  const words = 'The tab was closed before the answer came.';
  const error = new ApiError('network', words, { request, reason: 'unreachable' });
  return { kind: 'unknown', error, search: 'notFound', maybe: [], triedAfter };
}

interface CreateHooks {
  /** How it ended, unless another profile was chosen meanwhile. */
  onEnd(outcome: CreateOutcome, what: CreateJob): void;
  /** It is about to be sent: written down, it can be looked for after the tab was killed (features E16). */
  onTry?: ((what: CreateJob, triedAfter: number) => Promise<void>) | undefined;
}

/** Creating one artifact from a page. */
export function useCreate({ onEnd, onTry }: CreateHooks): CreateHandle {
  const [step, setStep] = useState<CreateStep | null>(null);
  // Of the page, not of the moment: the page may stand for a while after another profile was chosen.
  const [profile] = useState(oneProfile);
  const mutation = useOneMutation({
    mutationFn: (run: Run) => {
      const port = notingPort(restCreatePortOf(profile), async (triedAfter) =>
        onTry?.(run.job, triedAfter),
      );
      return journaledCreate(run.job, () => carryOut(run, port, setStep));
    },
    onSuccess(outcome, { job }) {
      if (profile.isCurrent()) onEnd(outcome, job);
    },
    onSettled: () => setStep(null),
  });
  const again = (sends: boolean) => {
    const { data: lost, variables } = mutation;
    if (lost?.kind !== 'unknown' || !variables) return;
    mutation.mutate({ job: variables.job, lost, sends });
  };
  return {
    create(what) {
      const me = currentSession()?.person.id ?? 0;
      const job = { ...what, me, triedAfter: null };
      mutation.mutate({ job, sends: true });
    },
    lookAgain: () => again(false),
    sendAgain: () => again(true),
    lookFor(what, triedAfter) {
      const me = currentSession()?.person.id ?? 0;
      const lost = lostTry(triedAfter);
      mutation.mutate({ job: { ...what, me, triedAfter: null }, lost, sends: false });
    },
    step: mutation.isPending ? (step ?? 'preparing') : null,
    outcome: mutation.data ?? null,
    fault: mutation.error,
  };
}

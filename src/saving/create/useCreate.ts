import type { ArtifactChange } from '~/api/artifacts/change';
import { copyArtifact } from '~/api/artifacts/create';
import { ApiError } from '~/api/error';
import { currentSession } from '~/api/session';
import type { OneProfile } from '~/api/signIn/oneProfile';
import type { Field } from '~/api/trackers';
import type { JournalChange } from '../journal/entry';
import { type BegunEntry, entryOfBefore } from '../journal/journal';
import type { Journaled } from '../journal/journaled';
import { journaledCreate, type ToldJob } from '../journal/journaledCreate';
import type { CreateStep } from '../steps/steps';
import { type PageHands, type Progress, useRun } from '../steps/useRun';
import {
  type CreateHooks,
  type CreateJob,
  type CreateOutcome,
  type CreatePort,
  createArtifact,
  findCreated,
  type Search,
} from './createArtifact';
import { restCreatePortOf } from './restCreatePort';

/** What is to be created, as the form gives it. */
export interface Creation {
  trackerId: number;
  fields: readonly Field[];
  values: ArtifactChange['values'];
  /** The same in words, for the journal. */
  changes: readonly JournalChange[];
  /** Sent as a copy of that artifact, of which the server takes over the title; then there are no `values`. */
  copyOf?: CreateJob['copyOf'];
}

/** What is known of a try before it is sent: enough to find it after the tab was killed. */
export interface NotedTry {
  /** The newest artifact of the tracker before it. */
  after: number;
  /** Its entry in the journal. */
  entry?: string | undefined;
}

export interface CreateHandle extends Progress<CreateStep> {
  create(what: Creation): void;
  /** After an unknown outcome: looks whether it landed, sends nothing. */
  lookAgain(): void;
  /** After an unknown outcome: looks, and sends the same once more only if it is not there. */
  sendAgain(): void;
  /** A try of a tab that was closed before its answer came: looks whether it landed, sends nothing. */
  lookFor(what: Creation, tried: NotedTry): void;
  outcome: CreateOutcome | null;
  /** What was sent was thrown away before its end was known: it is looked for, and not sent any more. */
  isTakenBack: boolean;
  /** It is thrown away: an end that is not known yet is looked for all the same, and nothing is sent any more. */
  takeBack(): void;
  forget(): void;
}

/** Whether it is not known yet what became of the last try: once taken back, until it has been looked for. */
export function isOpenEnded({
  outcome,
  isTakenBack,
}: Pick<CreateHandle, 'outcome' | 'isTakenBack'>): boolean {
  return outcome?.kind === 'unknown' && !(isTakenBack && outcome.search === 'notFound');
}

interface Run {
  job: ToldJob;
  /** An earlier try to look for first. */
  lost?: (Search & { entry: BegunEntry | null }) | undefined;
  sends: boolean;
  isTakenBack?: boolean;
}

/** How a try ended. */
interface Ended extends Journaled<CreateOutcome> {
  isTakenBack: boolean;
}

async function tryOnce(
  { job, lost, sends }: Run,
  port: CreatePort,
  hooks: CreateHooks,
): Promise<CreateOutcome> {
  if (!lost) return createArtifact(job, port, hooks);
  hooks.onStep?.('searching');
  const found = await findCreated(job, port, lost);
  const mayBeThere =
    found.kind === 'created' || (found.kind === 'unknown' && found.search === 'failed');
  if (!sends || mayBeThere) return found;
  const ended = await createArtifact({ ...job, triedAfter: lost.triedAfter }, port, hooks);
  // Not sent after all: of the earlier try is known what was known before.
  return ended.kind === 'held' ? found : ended;
}

function portOf({ copyOf }: CreateJob, profile: OneProfile): CreatePort {
  const port = restCreatePortOf(profile);
  if (copyOf === undefined) return port;
  const create = profile.write((trackerId: number) => copyArtifact(trackerId, copyOf.id));
  return { ...port, create };
}

/** What a tab that was closed knew of its try. */
function lostTry({ after, entry }: NotedTry, { scope }: OneProfile): NonNullable<Run['lost']> {
  const request = { method: 'POST', path: '/api/artifacts' };
  const words = 'The tab was closed before the answer came.';
  const error = new ApiError('network', words, { request, reason: 'unreachable' });
  return {
    error,
    triedAfter: after,
    entry: entry === undefined ? null : entryOfBefore(scope, entry),
  };
}

interface PageHooks {
  /** How it ended, unless another profile was chosen meanwhile. */
  onEnd(outcome: CreateOutcome, what: CreateJob, isTakenBack: boolean): void;
  /** It is about to be sent: written down, it can be looked for after the tab was killed (features E16). */
  onTry?: ((what: CreateJob, tried: NotedTry) => Promise<void>) | undefined;
}

/** Creating one artifact from a page. */
export function useCreate({ onEnd, onTry }: PageHooks): CreateHandle {
  const { mutation, profile, progress } = useRun({
    first: 'preparing',
    async carryOut(run: Run, hands: PageHands<CreateStep>): Promise<Ended> {
      const { onStep, sender, by } = hands;
      const port = portOf(run.job, hands.profile);
      const send = (begin: () => Promise<BegunEntry>) =>
        tryOnce(run, port, {
          onStep,
          ...sender,
          async note(after) {
            const { id } = await begin();
            await onTry?.(run.job, { after, entry: id });
          },
        });
      const entry = run.lost?.entry;
      const ended = await journaledCreate(run.job, send, { entry, onStep, by });
      return { ...ended, isTakenBack: run.isTakenBack ?? false };
    },
    onSuccess({ outcome, isTakenBack }, { job }, { isCurrent }) {
      if (isCurrent()) onEnd(outcome, job, isTakenBack);
    },
  });
  const { data, variables } = mutation;
  const again = (run: Pick<Run, 'sends' | 'isTakenBack'>) => {
    if (data?.outcome.kind !== 'unknown' || !variables) return;
    const { triedAfter, error } = data.outcome;
    mutation.mutate({ job: variables.job, lost: { triedAfter, error, entry: data.entry }, ...run });
  };
  const isTakenBack = data?.isTakenBack ?? false;
  return {
    ...progress,
    create(what) {
      const me = currentSession()?.person.id ?? 0;
      const job = { ...what, me, triedAfter: null };
      mutation.mutate({ job, sends: true });
    },
    lookAgain: () => again({ sends: false, isTakenBack }),
    sendAgain: () => again({ sends: !isTakenBack, isTakenBack }),
    lookFor(what, tried) {
      const me = currentSession()?.person.id ?? 0;
      const lost = lostTry(tried, profile);
      mutation.mutate({ job: { ...what, me, triedAfter: null }, lost, sends: false });
    },
    outcome: data?.outcome ?? null,
    isTakenBack,
    takeBack: () =>
      data?.outcome.kind === 'unknown'
        ? again({ sends: false, isTakenBack: true })
        : mutation.reset(),
    forget: mutation.reset,
  };
}

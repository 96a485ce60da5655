import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { artifactQuery } from '~/api/artifacts/read';
import { changesetsKey } from '~/api/changesets/read';
import { currentSession } from '~/api/session';
import type { OneProfile } from '~/api/signIn/oneProfile';
import type { Draft } from './draft/draft';
import type { DraftState } from './draft/draftState';
import type { BegunEntry } from './journal/journal';
import { journaledSave } from './journal/journaledSave';
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
import { type PageHands, type Progress, useRun } from './steps/useRun';

/** A save that came to an end, with what had been sent. */
export interface SaveResult extends EndedSave {
  /** Where the journal tells of it; another try of the same goes on there. */
  entry?: BegunEntry | null;
}

export interface SaveHandle extends Progress<SaveStep> {
  /** Sends the draft as it is now; nothing while a save is under way or has not come to its end. */
  save(): void;
  /**
   * After an unknown outcome, or when reading back failed: looks what became of it. It sends only what is then still to be
   * done at other artifacts.
   */
  lookAgain(): void;
  /** After an unknown outcome: looks, and sends the same once more only if it is not there. */
  sendAgain(): void;
  result: SaveResult | null;
  forget(): void;
  /** The draft is thrown away: an end that is not known yet is looked for all the same, and nothing is sent any more. */
  takeBack(): void;
}

interface Run {
  job: SaveJob;
  sent: DraftState;
  from?: SaveState | undefined;
  entry?: BegunEntry | null | undefined;
  /** An earlier try whose own part is done: it goes on with the other artifacts. */
  ended?: SaveResult | undefined;
  isTakenBack?: boolean | undefined;
  /** Taken back: what had been written at other artifacts, and is only looked for where it is unclear. */
  before?: EndedSave['others'] | undefined;
}

interface SaveHooks {
  /** Keeps the draft in this browser as it is: before it is sent, so that a tab may be killed at any moment. */
  keep(): Promise<void>;
  onEnd(result: SaveResult): void;
}

interface Page {
  /** Of the artifact. */
  id: number;
  keep: SaveHooks['keep'];
  /** Where the journal tells of saves at other artifacts. */
  entries: Map<number, BegunEntry>;
}

/** Sends a draft, or goes on with an earlier try of it, and writes what else it changes at other artifacts. */
async function saveWhole(
  { job, sent, from, entry, ended, before = [], isTakenBack = false }: Run,
  { profile, by, onStep, ...hands }: PageHands<SaveStep>,
  { id, keep, entries }: Page,
): Promise<SaveResult> {
  const sender = askedOnce(hands.sender);
  const own = { profile, by, me: job.me, from: id, sender, entries };
  const others = { hands: restOthersOf(own), onStep };
  if (ended) return { ...ended, ...(await othersAgain(ended, others)) };
  const save = (onWrite: (attempt: Attempt) => Promise<void>) =>
    saveArtifact(job, restPortOf(profile), { onStep, onWrite, from, ...sender });
  const { outcome, entry: noted } = await journaledSave(sent, save, { entry, keep, onStep, by });
  const whole = isTakenBack
    ? await othersAgain({ outcome, others: before, sent, again: null }, others)
    : await withOthers(outcome, sent, others);
  return { sent, entry: noted, again: null, isTakenBack, ...whole };
}

/** Asks anew for what a save has stored and not read back: of the artifact `id` itself, and of the others. */
function readAnew(queryClient: QueryClient, id: number, result: SaveResult): void {
  const isUnread = result.outcome.kind === 'saved' && versionAfter(result) === null;
  if (isUnread) void queryClient.invalidateQueries({ queryKey: changesetsKey(id) });
  if (isUnread || result.isBehind) void queryClient.invalidateQueries(artifactQuery(id));
  for (const other of result.others) void queryClient.invalidateQueries(artifactQuery(other.id));
}

/** The save only went out with another tag: the doctor tells it (features D3). */
function noteMangled({ outcome }: SaveResult, { scope: [server] }: OneProfile): void {
  if (outcome.kind !== 'saved' || !outcome.isPhantom) return;
  noteMangledTag(server, outcome.attempt.over.etag ?? '', Date.now());
}

/**
 * Saving one draft from a page: the engine with the REST port, the cache refreshed by what was read back, the draft
 * freed of what was stored. What was typed meanwhile stays in the draft.
 */
export function useSave(draft: Draft, { keep, onEnd }: SaveHooks): SaveHandle {
  const queryClient = useQueryClient();
  // As for what is under way: what was drawn last may not know it yet.
  const isOpen = useRef(false);
  const [entries] = useState(() => new Map<number, BegunEntry>());
  const { id } = draft.state().base.artifact;
  const [keepNewest] = useState(() => newestKeeper(queryClient, id));
  const { mutation, progress } = useRun({
    first: 'writing',
    carryOut: (run: Run, hands: PageHands<SaveStep>) =>
      saveWhole(run, hands, { id, keep, entries }),
    async onSuccess(result, _run, profile) {
      noteMangled(result, profile);
      const version = versionAfter(result);
      if (version) {
        await keepNewest(version);
        freeDraft(draft, result, version);
      }
      readAnew(queryClient, id, result);
      onEnd(result);
    },
    onSettled(result) {
      isOpen.current = result !== undefined && isOpenEnded(result);
    },
  });
  const { data, variables } = mutation;
  /** Goes on with the same save. */
  const again = (run: Partial<Run>) => {
    if (!data || !variables) return;
    const { sent, entry } = data;
    mutation.mutate({ job: variables.job, sent, entry, ...run });
  };
  const look = (isTakenBack: boolean | undefined) => {
    if (!data || !isOpenEnded(data)) return;
    const from = lookFrom(data.outcome);
    if (from) return again({ from, isTakenBack, before: data.others });
    const ids = data.others.filter(isUnclear).map((one) => one.id);
    const wanted = otherParts(draft.state()).map((part) => part.id);
    again({ ended: { ...data, again: { ids, wanted } } });
  };
  const forget = () => {
    isOpen.current = false;
    mutation.reset();
  };
  return {
    ...progress,
    save() {
      if (isOpen.current) return;
      const sent = draft.state();
      const me = currentSession()?.person.id ?? 0;
      mutation.mutate({ sent, job: saveJobOf(sent, me, knownConditions(queryClient, sent)) });
    },
    lookAgain: () => look(data?.isTakenBack),
    sendAgain() {
      if (!variables || data?.outcome.kind !== 'unknown' || data.isTakenBack) return;
      const { attempt, error } = data.outcome;
      again({ job: { ...variables.job, earlier: { attempt, error } } });
    },
    result: data ?? null,
    forget,
    takeBack: () => (data && isOpenEnded(data) ? look(true) : forget()),
  };
}

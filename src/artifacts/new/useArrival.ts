import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { trackerRowsKey } from '~/api/trackerArtifacts';
import type { Tracker } from '~/api/trackers';
import { paths } from '~/paths';
import type { CreateJob, CreateOutcome } from '~/saving/create/createArtifact';
import type { Draft } from '~/saving/draft/draft';
import { toast } from '~/ui/overlay/toasts';
import type { Blank } from './blankArtifact';
import { keepTypedSince, typedSince } from './typedSince';
import type { KeptBlank } from './useKeptBlank';

/** A new artifact is there. */
type Created = Extract<CreateOutcome, { kind: 'created' }>;

/** `isMore`: something was typed after it was sent. */
type Arrived = Created & { isMore: boolean };

function createdWords({ id, how, doubles, isMore }: Arrived, { item_name }: Tracker): string {
  const more = isMore
    ? ` What you typed after it was sent is kept as a draft of #${id}, not sent yet.`
    : '';
  if (doubles.length > 0) {
    const copies = doubles.map((double) => `#${double}`).join(' and ');
    return `Created ${item_name} #${id}, and ${copies} with the same content: the connection broke, and the browser sent it again on its own. Delete what is too many.${more}`;
  }
  return how === 'answered'
    ? `Created ${item_name} #${id}.${more}`
    : `The answer was lost on the way, but it landed as ${item_name} #${id}.${more}`;
}

function leftWords(id: number, { item_name }: Tracker): string {
  return `It is created as ${item_name} #${id}, as it was sent. What you typed since could not be kept.`;
}

interface Form {
  draft: Draft<Blank>;
  kept: KeptBlank;
}

interface Arrival {
  /** It is created, and what was typed is on its way to what it became: what would be typed now would be lost. */
  isLeaving: boolean;
  /** Nothing is at risk any more, and the page is about to be left. */
  isThere: boolean;
  /** Why nothing more can be created here, where what was typed since could not be kept as a draft. */
  left: string | undefined;
  /** It is created of these values. */
  arrive(created: Created, sent: CreateJob['values']): void;
  /** It is created, though it was thrown away: that is told, and what is typed here by now stays. */
  tellDiscarded(created: Created): void;
}

interface Leaving {
  outcome: Created;
  sent: CreateJob['values'];
}

/**
 * Goes to what was created once nothing is at risk any more, so that the guard lets it pass. What was typed after it was sent
 * goes along as a draft of what it became; where that fails, it stays here.
 */
export function useArrival(tracker: Tracker, { draft, kept }: Form): Arrival {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [created, setCreated] = useState<Arrived | null>(null);
  const [left, setLeft] = useState<string>();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (!created) return;
    void queryClient.invalidateQueries({ queryKey: trackerRowsKey(tracker.id) });
    const [double] = created.doubles;
    // With an action it stays until it is read.
    toast(
      createdWords(created, tracker),
      double === undefined
        ? undefined
        : { label: `Open #${double}`, onSelect: () => void navigate(paths.artifact(double)) },
    );
    void navigate(paths.artifact(created.id), { replace: true });
  }, [created, tracker, queryClient, navigate]);
  const leave = useEffectEvent(async ({ outcome, sent }: Leaving): Promise<void> => {
    const typed = typedSince(draft.state(), sent);
    const isMore = typed.size > 0;
    if (isMore && !(await keepTypedSince(outcome.id, typed))) {
      setLeft(leftWords(outcome.id, tracker));
      setLeaving(null);
      return;
    }
    kept.adapter.end();
    void kept.session.flush();
    setCreated({ ...outcome, isMore });
  });
  // Once it is drawn that nothing can be typed any more: a key before that is part of what goes along.
  useEffect(() => {
    if (leaving) void leave(leaving);
  }, [leaving]);
  return {
    isLeaving: leaving !== null,
    isThere: created !== null,
    left,
    arrive: (outcome, sent) => setLeaving({ outcome, sent }),
    tellDiscarded({ id }) {
      void queryClient.invalidateQueries({ queryKey: trackerRowsKey(tracker.id) });
      toast(`What you discarded had been created as ${tracker.item_name} #${id}.`, {
        label: `Open #${id}`,
        onSelect: () => void navigate(paths.artifact(id)),
      });
    },
  };
}

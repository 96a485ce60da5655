import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { scope } from '~/api/session';
import type { Tracker } from '~/api/trackers';
import { paths } from '~/paths';
import type { CreateOutcome } from '~/saving/create/createArtifact';
import { toast } from '~/ui/overlay/toasts';

/** A new artifact is there. */
export type Created = Extract<CreateOutcome, { kind: 'created' }>;

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

/** Why nothing more can be created here, where what was typed since could not be kept as a draft. */
export function leftWords(id: number | undefined, { item_name }: Tracker): string | undefined {
  return id === undefined
    ? undefined
    : `It is created as ${item_name} #${id}, as it was sent. What you typed since could not be kept.`;
}

/** Goes to what was created once nothing is at risk any more, so that the guard lets it pass. */
export function useArrival(tracker: Tracker) {
  const [created, setCreated] = useState<Arrived | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (!created) return;
    void queryClient.invalidateQueries({ queryKey: [...scope(), 'trackers', tracker.id, 'rows'] });
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
  return { isThere: created !== null, arrive: setCreated };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import { artifactQuery, readArtifact } from '~/api/artifacts/read';
import { deleteArtifact } from '~/api/artifacts/remove';
import { currentSession } from '~/api/session';
import { oneProfile } from '~/api/signIn/oneProfile';
import { trackerRowsKey } from '~/api/trackerArtifacts';
import { useOneMutation } from '~/api/useOneMutation';
import { unvisit } from '~/links/recent';
import { paths } from '~/paths';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { removedFacts } from '~/saving/journal/removed';
import { toast } from '~/ui/overlay/toasts';
import { budgetQuery, budgetWords, rememberBudget } from './budget';
import { type RemoveOutcome, removeArtifact } from './removeArtifact';

const howWords: Record<Extract<RemoveOutcome, { kind: 'deleted' }>['how'], string> = {
  answered: 'is deleted.',
  found: 'is deleted: the answer was lost on the way, but it is gone.',
  before: 'is gone: the server no longer knows it.',
};

/**
 * Deleting the artifact of a page. Afterwards to its tracker, with a word; `onDeleted` comes first, to let go of what
 * would hold the person here.
 */
export function useRemove(base: ArtifactSnapshot, onDeleted: () => void) {
  const { id, xref, tracker } = base.artifact;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [profile] = useState(oneProfile);

  async function leave(how: keyof typeof howWords): Promise<void> {
    // At once: the guard against leaving unsaved text has to know before the way is taken.
    flushSync(onDeleted);
    const known = queryClient.getQueryData(budgetQuery().queryKey);
    const left = how === 'answered' && known ? ` ${budgetWords(known, Date.now())}` : '';
    toast(`${xref} ${howWords[how]}${left}`);
    await navigate(paths.tracker(tracker.id), { replace: true });
    queryClient.removeQueries({ queryKey: artifactQuery(id).queryKey });
    const session = currentSession();
    if (session) unvisit(session, paths.artifact(id));
    await queryClient.invalidateQueries({
      queryKey: trackerRowsKey(tracker.id),
    });
  }

  return useOneMutation({
    mutationFn: () => {
      const remove = profile.write(() => deleteArtifact(id, removedFacts(base)));
      return removeArtifact(id, { remove, read: profile.read(() => readArtifact(id)) });
    },
    onSuccess(outcome) {
      if (!profile.isCurrent()) return;
      if (outcome.kind !== 'unknown') rememberBudget(queryClient, outcome);
      if (outcome.kind === 'deleted') void leave(outcome.how);
    },
  });
}

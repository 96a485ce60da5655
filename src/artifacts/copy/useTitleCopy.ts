import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import type { Artifact } from '~/api/artifacts/read';
import { trackerRowsKey } from '~/api/trackerArtifacts';
import { paths } from '~/paths';
import { useCreate } from '~/saving/create/useCreate';
import { toast } from '~/ui/overlay/toasts';

/**
 * The server's own copy of an artifact, which takes the title alone, into any tracker; then to its page. One whose end is
 * not known is sent again to where it went, after a look whether it is there.
 */
export function useTitleCopy(artifact: Artifact) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const creating = useCreate({
    onEnd(ended, job) {
      if (ended.kind !== 'created') return;
      const queryKey = trackerRowsKey(job.trackerId);
      void queryClient.invalidateQueries({ queryKey });
      toast(`#${ended.id} is created with the title of ${artifact.xref}.`);
      void navigate(paths.artifact(ended.id));
    },
  });
  function copyInto(trackerId: number): void {
    const copyOf = { id: artifact.id, title: artifact.title ?? '' };
    if (creating.outcome?.kind === 'unknown') creating.sendAgain();
    else creating.create({ trackerId, fields: [], values: [], changes: [], copyOf });
  }
  return { creating, copyInto };
}

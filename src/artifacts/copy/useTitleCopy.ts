import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import type { Artifact } from '~/api/artifacts';
import { scope } from '~/api/session';
import type { Tracker } from '~/api/trackers';
import { paths } from '~/paths';
import { useCreate } from '~/saving/create/useCreate';
import { toast } from '~/ui/overlay/toasts';
import { titleValues } from './titleValues';

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
      const queryKey = [...scope(), 'trackers', job.trackerId, 'rows'];
      void queryClient.invalidateQueries({ queryKey });
      toast(`#${ended.id} is created with the title of ${artifact.xref}.`);
      void navigate(paths.artifact(ended.id));
    },
  });
  function copyInto(tracker: Tracker): void {
    const { id, fields } = tracker;
    const values = titleValues(tracker, artifact.title ?? '');
    if (creating.outcome?.kind === 'unknown') creating.sendAgain();
    else creating.create({ trackerId: id, fields, values, copyOf: artifact.id });
  }
  return { creating, copyInto };
}

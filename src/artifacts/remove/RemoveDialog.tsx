import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { deleteArtifactWrite } from '~/api/artifacts/remove';
import { explain } from '~/api/explain';
import { saveBlob } from '~/attachments/bytes/saveBlob';
import { linksOf } from '~/fields/artifactLink/linksOf';
import { ShowRequest } from '~/requests/ShowRequest';
import type { DraftSummary } from '~/saving/draft/draft';
import { readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { Button } from '~/ui/button/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import { countOfChanges } from '../saving/words';
import { budgetQuery, budgetWords } from './budget';
import { RemoveProblem } from './RemoveProblem';
import { readSnapshotFile } from './snapshotFile';
import { isNumberOf, TypedNumber } from './TypedNumber';
import { useRemove } from './useRemove';
import './remove.css';

interface RemoveDialogProps {
  base: ArtifactSnapshot;
  /** What is typed and not saved: it goes too. */
  summary: DraftSummary;
  onDeleted(): void;
  onClose(): void;
}

/** The artifacts at the other ends, each once. */
function linkedIds(base: ArtifactSnapshot): number[] {
  const ends = linksOf(readingsOf(base)).flatMap(({ forward, reverse }) => [
    ...forward,
    ...reverse,
  ]);
  return [...new Set(ends.map(({ id }) => id))].sort((a, b) => a - b);
}

function linkWords(ids: readonly number[]): string {
  if (ids.length === 0) return 'No other artifact that you can see is linked with it.';
  const list = ids.map((id) => `#${id}`).join(', ');
  return ids.length === 1
    ? `${list} is linked with it, and loses that link.`
    : `${ids.length} artifacts are linked with it, and lose that link: ${list}.`;
}

function Snapshot({ id }: { id: number }) {
  const saving = useMutation({
    mutationFn: () => readSnapshotFile(id),
    onSuccess: ({ blob, name }) => saveBlob(blob, name),
  });
  const words = saving.isSuccess
    ? `Saved as ${saving.data.name}.`
    : saving.error
      ? `${explain(saving.error, 'save the snapshot').title}. ${explain(saving.error).what}`
      : 'All values, comments and changes; the bytes of its files are not in it.';
  return (
    <div className="remove-snapshot">
      <Button
        icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />}
        isPending={saving.isPending}
        onClick={() => saving.mutate()}
      >
        Save a JSON snapshot first
      </Button>
      <span className="meta soft" role="status">
        {words}
      </span>
    </div>
  );
}

/** Asks before an artifact is deleted for good: what goes, what else it touches, and its number typed. */
export function RemoveDialog({ base, summary, onDeleted, onClose }: RemoveDialogProps) {
  const { artifact } = base;
  const [typed, setTyped] = useState('');
  const { data: budget } = useQuery(budgetQuery());
  const removal = useRemove(base, onDeleted);
  const isTyped = isNumberOf(typed, artifact.id);
  const draft = countOfChanges(summary);
  const outcome = removal.data;
  const isRunning = removal.isPending || outcome?.kind === 'deleted';
  return (
    <Dialog
      title={`Delete ${artifact.xref}?`}
      role="alertdialog"
      onClose={onClose}
      note={<ShowRequest look="text" plan={() => [deleteArtifactWrite(artifact.id)]} />}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            Keep it
          </Button>
          <Button
            variant="danger"
            icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
            isPending={isRunning}
            disabledReason={isTyped ? undefined : `Type ${artifact.id} first`}
            onClick={() => removal.mutate()}
          >
            Delete {artifact.xref}
          </Button>
        </>
      }
    >
      <div className="remove">
        {outcome && outcome.kind !== 'deleted' ? <RemoveProblem outcome={outcome} /> : null}
        <p>
          <strong className="remove-title">{artifact.title || artifact.xref}</strong> goes with its
          comments, its history and its files. This cannot be undone here.
        </p>
        <p>{linkWords(linkedIds(base))}</p>
        {draft === '' ? null : <p>You have not saved {draft}: that goes too.</p>}
        <Snapshot id={artifact.id} />
        <TypedNumber
          id={artifact.id}
          typed={typed}
          onType={setTyped}
          onEnter={() => {
            if (!isRunning) removal.mutate();
          }}
        />
        <p className="meta soft">{budgetWords(budget, Date.now())}</p>
      </div>
    </Dialog>
  );
}

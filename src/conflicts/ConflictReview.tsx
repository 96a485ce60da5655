import type { Changeset } from '~/api/changesets';
import { useSession } from '~/api/session';
import { formatDateTime } from '~/lib/dates';
import { authorOf } from '~/saving/changes';
import type { DraftState } from '~/saving/draftState';
import type { ArtifactSnapshot } from '~/saving/snapshot';
import { Button } from '~/ui/button/Button';
import { Kbd } from '~/ui/button/Kbd';
import { Dialog } from '~/ui/overlay/Dialog';
import { Badge } from '~/ui/show/Badge';
import { isPlainKey, isSaveKey, useKeydown } from '~/ui/useKeydown';
import { ConflictFacts } from './ConflictFacts';
import { ConflictField, sides } from './ConflictField';
import { ConflictList } from './ConflictList';
import { lastWriter } from './describe';
import type { MergeRow, Side } from './mergeArtifact';
import { type Review, useReview } from './useReview';
import './conflict.css';

export interface ConflictReviewProps {
  /** What I typed, over the version I started from. */
  draft: DraftState;
  /** The newer version. */
  theirs: ArtifactSnapshot;
  /** The changesets between the two, oldest first. */
  since: readonly Changeset[];
  isSaving: boolean;
  /** The merged draft over `theirs`; it is to be saved against that version. */
  onSave(merged: DraftState): void;
  /** Back to editing: the draft is as it was. */
  onClose(): void;
}

function choiceWords({ rows, open }: Review): string {
  const conflicts = rows.filter((row) => row.outcome === 'conflict').length;
  const made = conflicts - open.length;
  if (conflicts === 0) return 'Nothing to choose';
  return `${made} ${made === 1 ? 'choice' : 'choices'} made, ${open.length || 'none'} left`;
}

function whyNot({ open }: Review): string | undefined {
  if (open.length === 0) return undefined;
  return `${open.length} ${open.length === 1 ? 'field needs' : 'fields need'} your choice first`;
}

function useKeys(review: Review, save: () => void): void {
  const { selected, decide, move } = review;
  useKeydown((event) => {
    if (isSaveKey(event)) {
      event.preventDefault();
      save();
    } else if (selected && isPlainKey(event)) {
      const side = sides.find(({ key }) => key === event.key)?.side;
      if (side) decide(selected, side, selected[side]);
      else if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
    }
  });
}

function Detail({ review, headOf }: { review: Review; headOf(row: MergeRow, side: Side): string }) {
  const { selected, decisions, errors, decide } = review;
  if (!selected) {
    return (
      <p className="soft">
        The newer version changed nothing that you can see or edit here. Your changes and your
        comment can be saved over it.
      </p>
    );
  }
  return (
    <ConflictField
      key={selected.field.field_id}
      row={selected}
      decisions={decisions}
      headOf={(side) => headOf(selected, side)}
      error={errors.get(selected.field.field_id)}
      onChoose={(side) => decide(selected, side, selected[side])}
      onEdit={(value) => decide(selected, 'edited', value)}
    />
  );
}

/** Names of people and times for the list and the columns. */
function describeSides({ draft, theirs, since }: ConflictReviewProps, me: number) {
  const writer = (row: MergeRow) => lastWriter(row.field, draft.base, since);
  return {
    writerOf(row: MergeRow): string {
      const changeset = writer(row);
      if (!changeset) return 'somebody';
      return changeset.submitted_by === me ? 'you, elsewhere' : authorOf(changeset);
    },
    headOf(row: MergeRow, side: Side): string {
      if (side === 'mine') return 'draft';
      if (side === 'base') return formatDateTime(draft.base.artifact.last_modified_date);
      const changeset = writer(row);
      return changeset
        ? `${authorOf(changeset)}, ${formatDateTime(changeset.submitted_on)}`
        : formatDateTime(theirs.artifact.last_modified_date);
    },
  };
}

/**
 * The prompt after a 412: what they changed, what I changed, how it comes together, and the result before it is sent.
 * It changes nothing itself: it hands a merged draft to `onSave`, or leaves everything as it was.
 */
export function ConflictReview(props: ConflictReviewProps) {
  const { draft, theirs, since } = props;
  const me = useSession().session?.person.id ?? 0;
  const review = useReview(draft, theirs);
  const { writerOf, headOf } = describeSides(props, me);
  function save(): void {
    const merged = props.isSaving ? null : review.finish();
    if (merged) props.onSave(merged);
  }
  useKeys(review, save);
  return (
    <Dialog
      title={`Conflict on ${theirs.artifact.xref}`}
      facts={<ConflictFacts base={draft.base} since={since} me={me} />}
      size="wide"
      onClose={props.onClose}
      note="Nothing of yours has been sent yet. It stays here until the save is proven."
      actions={
        <>
          <Button variant="quiet" keys="Esc" onClick={props.onClose}>
            Back to editing
          </Button>
          <Button
            variant="primary"
            keys="Ctrl ↵"
            isPending={props.isSaving}
            disabledReason={whyNot(review)}
            onClick={save}
          >
            Save merged version
          </Button>
        </>
      }
    >
      <div className="conflict">
        <ConflictList
          rows={review.rows}
          decisions={review.decisions}
          writerOf={writerOf}
          selected={review.selected}
          onSelect={review.select}
          comment={draft.comment}
        />
        <div className="conflict-detail">
          <div className="conflict-head">
            <h3>{review.selected?.field.label ?? 'No field overlaps'}</h3>
            <span role="status">
              <Badge tone="accent">{choiceWords(review)}</Badge>
            </span>
            <span className="conflict-hint soft" aria-hidden="true">
              <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous
            </span>
          </div>
          <Detail review={review} headOf={headOf} />
        </div>
      </div>
    </Dialog>
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Changeset } from '~/api/changesets/read';
import { useSession } from '~/api/session';
import { Uploads } from '~/attachments/upload/uploads';
import { PageUploads, useUnfinished, whyWaitFor } from '~/attachments/upload/useUploads';
import { formatMoment } from '~/lib/dates';
import { joinWords } from '~/lib/words/joinWords';
import { ShowRequest } from '~/requests/ShowRequest';
import { authorOf } from '~/saving/changes';
import type { DraftState } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { Button } from '~/ui/button/Button';
import { Kbd } from '~/ui/button/Kbd';
import { Dialog } from '~/ui/overlay/Dialog';
import { Badge } from '~/ui/show/Badge';
import { isPlainKey, isSaveKey, isUnderDialog, useKeydown } from '~/ui/useKeydown';
import { ConflictFacts } from './ConflictFacts';
import { ConflictField, sides } from './ConflictField';
import { ConflictList } from './ConflictList';
import { lastWriters } from './describe';
import { hunkSides } from './HunkList';
import type { MergeRow, Side } from './mergeArtifact';
import { promptWords, savingWords, waitingWords } from './promptWords';
import { useLeaving } from './useLeaving';
import { type Review, useReview } from './useReview';
import './conflict.css';

export interface ConflictReviewProps {
  /** What I typed, over the version I started from. */
  draft: DraftState;
  /** The newer version. */
  theirs: ArtifactSnapshot;
  /** The changesets between the two, oldest first. */
  since: readonly Changeset[];
  /** Found after a save: what it replaced goes back over this version, which holds that save. */
  onto?: ArtifactSnapshot | undefined;
  /** A save of it is under way: what would be typed meanwhile would be part of nothing. */
  isSaving: boolean;
  /** That save has not begun: it goes out once what it depends on is known, unless the prompt is left before. */
  isWaiting?: boolean;
  /** Why nothing may be saved here now, if so: another tab has become the editor. */
  lock?: string | undefined;
  /** The merged draft over the newest version; it is to be saved against that version. */
  onSave(merged: DraftState): void;
  /** Back to editing: the draft is as it was. */
  onClose(): void;
}

function choiceWords({ rows, open }: Review): string {
  const conflicts = rows.filter((row) => row.outcome === 'conflict').length;
  const made = conflicts - open.length;
  if (conflicts === 0) return 'Nothing to choose';
  if (made === 0) return `${open.length} ${open.length === 1 ? 'choice' : 'choices'} left`;
  return `${made} ${made === 1 ? 'choice' : 'choices'} made, ${open.length || 'none'} left`;
}

function whyNot({ open, problems, rows }: Review): string | undefined {
  if (open.length === 0) {
    const wrong = rows.filter(({ field }) => problems.has(field.field_id));
    return wrong.length === 0
      ? undefined
      : `The server would refuse it: look at ${joinWords(wrong.map(({ field }) => field.label))}`;
  }
  return `${open.length} ${open.length === 1 ? 'field needs' : 'fields need'} your choice first`;
}

/** Into the result of the field that is shown, to type it. */
function focusResult(): void {
  const result = document.querySelector<HTMLElement>('[data-result]');
  result?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
}

interface KeyFacts {
  uploads: Uploads;
  isSaving: boolean;
  save(): void;
}

function useKeys(review: Review, { uploads, isSaving, save }: KeyFacts): void {
  const { selected, decisions, choose, move, text } = review;
  useKeydown((event) => {
    if (isUnderDialog(1)) return;
    if (isSaveKey(event)) {
      event.preventDefault();
      save();
    } else if (selected && !isSaving && isPlainKey(event)) {
      const id = selected.field.field_id;
      // A result that was typed, or into which a file is on its way, is not replaced by a key that strayed.
      const isTyped =
        decisions.get(id)?.side === 'edited' ||
        uploads.list().some(({ fieldId, problem }) => fieldId === id && problem?.way !== 'never');
      const hunkSide = hunkSides.find(({ key }) => key === event.key)?.side;
      const side = sides.find(({ key }) => key === event.key)?.side;
      if (isTyped && (hunkSide || side)) return;
      if (text?.current !== undefined && hunkSide) text.choose(text.current, hunkSide);
      else if (side) choose(selected, side);
      else if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
      else if (event.key === 'e') {
        // The key is not meant for the text that gets the focus.
        event.preventDefault();
        focusResult();
      }
    }
  });
}

interface Names {
  writerOf(row: MergeRow): string;
  headOf(row: MergeRow, side: Side): string;
}

function Detail({ review, names }: { review: Review; names: Names }) {
  const { selected } = review;
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
      review={review}
      row={selected}
      headOf={(side) => names.headOf(selected, side)}
      writer={names.writerOf(selected)}
    />
  );
}

/** Names of people and times for the list and the columns. */
function namesOf(
  { draft, theirs, since, onto }: Pick<ConflictReviewProps, 'draft' | 'theirs' | 'since' | 'onto'>,
  me: number,
): Names {
  const last = lastWriters(draft.base, since);
  const writer = (row: MergeRow) => last.get(row.field.field_id);
  return {
    writerOf(row) {
      const changeset = writer(row);
      if (!changeset) return 'somebody';
      return changeset.submitted_by === me ? 'you, elsewhere' : authorOf(changeset);
    },
    headOf(row, side) {
      if (side === 'mine') return onto ? 'saved' : 'draft';
      if (side === 'base') return formatMoment(draft.base.artifact.last_modified_date);
      const changeset = writer(row);
      return changeset
        ? `${authorOf(changeset)}, ${formatMoment(changeset.submitted_on)}`
        : formatMoment(theirs.artifact.last_modified_date);
    },
  };
}

/** The uploads that are begun in a result of the prompt: they are waited for, and end with it. */
function usePromptUploads() {
  const [uploads] = useState(() => new Uploads());
  const unfinished = useUnfinished(uploads);
  useEffect(() => () => uploads.cancelAll(), [uploads]);
  return { uploads, whyWait: whyWaitFor(unfinished) };
}

/**
 * The prompt after a 412: what they changed, what I changed, how it comes together, and the result before it is sent.
 * It changes nothing itself: it hands a merged draft to `onSave`, or leaves everything as it was.
 */
export function ConflictReview(props: ConflictReviewProps) {
  const { draft, theirs, since, onto, isSaving, isWaiting = false } = props;
  const me = useSession().session?.person.id ?? 0;
  const { uploads, whyWait } = usePromptUploads();
  // The choice decides: a file that arrives after it is not of the result any more.
  const review = useReview({ draft, theirs, onto }, (fieldId) => uploads.cancelAll(fieldId));
  const lock = props.lock ?? whyWait;
  // Once it is on its way, what was typed is part of what is sent.
  const { leave, question } = useLeaving(review.typed.size > 0 && !isSaving, props.onClose);
  const saveButton = useRef<HTMLButtonElement>(null);
  const words = promptWords(onto !== undefined);
  // Not for every key that is typed into a result: each changeset is read whole.
  const names = useMemo(
    () => namesOf({ draft, theirs, since, onto }, me),
    [draft, theirs, since, onto, me],
  );
  function save(): void {
    const merged = isSaving || lock !== undefined ? null : review.finish();
    if (!merged) return;
    // What had the focus takes no key until the answer is there.
    saveButton.current?.focus();
    props.onSave(merged);
  }
  useKeys(review, { uploads, isSaving, save });
  return (
    <>
      <Dialog
        title={words.title(theirs.artifact.xref)}
        facts={<ConflictFacts base={draft.base} since={since} me={me} />}
        size="wide"
        onClose={leave}
        note={
          <span className="conflict-foot">
            <span className={isSaving ? undefined : 'conflict-note'} role="status">
              {isSaving ? (isWaiting ? waitingWords : savingWords) : words.note}
            </span>
            <ShowRequest look="text" plan={review.plan} empty={whyNot(review)} />
          </span>
        }
        actions={
          <>
            <Button variant="quiet" keys="Esc" onClick={leave}>
              {words.leave}
            </Button>
            <Button
              ref={saveButton}
              variant="primary"
              keys="Ctrl ↵"
              isPending={isSaving}
              disabledReason={lock ?? whyNot(review)}
              onClick={save}
            >
              {words.save}
            </Button>
          </>
        }
      >
        <div className="conflict" inert={isSaving}>
          <ConflictList
            rows={review.rows}
            decisions={review.decisions}
            problems={review.problems}
            writerOf={names.writerOf}
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
                <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous <Kbd>E</Kbd> edit the result
              </span>
            </div>
            <PageUploads value={uploads}>
              <Detail review={review} names={names} />
            </PageUploads>
          </div>
        </div>
      </Dialog>
      {question}
    </>
  );
}

import { useRef, useState } from 'react';
import { putSettingsWrite, type SettingsToSend } from '~/api/svn';
import { promptWords, savingWords } from '~/conflicts/promptWords';
import { useLeaving } from '~/conflicts/useLeaving';
import { ShowRequest } from '~/requests/ShowRequest';
import type { PartMerge } from '~/saving/svn/mergeSettings';
import { isSamePart, type PartKey, type PartValue, withParts } from '~/saving/svn/parts';
import { type Names, partLabel } from '~/saving/svn/partWords';
import { type SvnSnapshot, toSend } from '~/saving/svn/svnSnapshot';
import { Button } from '~/ui/button/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import { isSaveKey, isUnderDialog, useKeydown } from '~/ui/useKeydown';
import { ConflictPart } from './ConflictPart';
import './conflict.css';

interface SvnConflictProps {
  theirs: SvnSnapshot;
  rows: readonly PartMerge[];
  names: Names;
  isSaving: boolean;
  /** Why nothing may be saved here now, if so: another tab has become the editor. */
  lock: string | undefined;
  /** The merged settings; they are to be saved over `theirs`. */
  onSave(settings: SettingsToSend): void;
  /** Back to editing: the draft is as it was. */
  onClose(): void;
}

/** Lines as they are sent: typed blanks at their ends, and empty lines, mean nothing (svn/47). */
function plain(value: PartValue): PartValue {
  if (!Array.isArray(value)) return value;
  return value.map((line) => line.trim()).filter((line) => line !== '');
}

/** What stands at first: both together where nothing of either is lost; else nothing is chosen. */
function proposals(rows: readonly PartMerge[]): Map<PartKey, PartValue> {
  return new Map(
    rows.flatMap(({ key, together }) => (together === undefined ? [] : [[key, together]])),
  );
}

/** What is sent: their settings with the results, and with what only I have changed. */
function mergedOf(
  { theirs, rows }: Pick<SvnConflictProps, 'theirs' | 'rows'>,
  results: ReadonlyMap<PartKey, PartValue>,
): SettingsToSend {
  const settled = rows.map(({ key, outcome, mine, theirs: their }): [PartKey, PartValue] => [
    key,
    outcome === 'conflict' ? plain(results.get(key) ?? null) : outcome === 'theirs' ? their : mine,
  ]);
  return withParts(toSend(theirs.settings), new Map(settled));
}

/** Whether a result is none of the sides, nor both together: it was typed. */
function isTyped(
  { together, base, mine, theirs }: PartMerge,
  result: PartValue | undefined,
): boolean {
  const isChosen = [together, base, mine, theirs].some((side) => isSamePart(side, result));
  return result !== undefined && !isChosen;
}

function listed(rows: readonly PartMerge[], outcome: PartMerge['outcome']): string {
  return rows
    .filter((row) => row.outcome === outcome)
    .map(({ key }) => partLabel(key))
    .join(', ');
}

/** The other parts: settled, and said. */
function Settled({ rows }: { rows: readonly PartMerge[] }) {
  const [theirs, mine] = [listed(rows, 'theirs'), listed(rows, 'mine')];
  return theirs === '' && mine === '' ? null : (
    <p className="svn-conflict-settled soft">
      {theirs === '' ? '' : `Changed only by them, kept: ${theirs}. `}
      {mine === '' ? '' : `Changed only by you, kept: ${mine}.`}
    </p>
  );
}

/**
 * The prompt when somebody else changed the same part since the page was opened: base, theirs and mine of each, and the
 * result that is sent. It changes nothing itself.
 */
export function SvnConflict(props: SvnConflictProps) {
  const { theirs, rows, names, isSaving, onSave, onClose } = props;
  const [results, setResults] = useState(() => proposals(rows));
  const conflicts = rows.filter(({ outcome }) => outcome === 'conflict');
  const left = conflicts.filter(({ key }) => !results.has(key)).length;
  const open =
    left === 0
      ? undefined
      : `${left} ${left === 1 ? 'part needs' : 'parts need'} your choice first`;
  const why = props.lock ?? open;
  const hasTyped = conflicts.some((row) => isTyped(row, results.get(row.key)));
  const { leave, question } = useLeaving(hasTyped && !isSaving, onClose);
  const merged = () => mergedOf({ theirs, rows }, results);
  const saveButton = useRef<HTMLButtonElement>(null);
  function save(): void {
    if (isSaving || why !== undefined) return;
    // What had the focus takes no key until the answer is there.
    saveButton.current?.focus();
    onSave(merged());
  }
  useKeydown((event) => {
    if (!isSaveKey(event) || isUnderDialog(1)) return;
    event.preventDefault();
    save();
  });
  return (
    <>
      <Dialog
        title={`Conflict on ${theirs.name}`}
        facts="Somebody else changed the same settings since you opened this page. Tuleap does not tell who."
        size="wide"
        onClose={leave}
        note={
          <span className="svn-conflict-foot">
            <span role="status">{isSaving ? savingWords : promptWords(false).note}</span>
            <ShowRequest
              look="text"
              plan={() => (left === 0 ? [putSettingsWrite(theirs.id, merged())] : [])}
              empty="Some parts need your choice first."
            />
          </span>
        }
        actions={
          <>
            <Button variant="quiet" keys="Esc" onClick={leave}>
              Back to editing
            </Button>
            <Button
              ref={saveButton}
              variant="primary"
              keys="Ctrl ↵"
              isPending={isSaving}
              disabledReason={why}
              onClick={save}
            >
              Save merged version
            </Button>
          </>
        }
      >
        <div className="svn-conflict" inert={isSaving}>
          <Settled rows={rows} />
          {conflicts.map((row) => (
            <ConflictPart
              key={row.key}
              row={row}
              names={names}
              projectId={theirs.project.id}
              result={results.get(row.key)}
              onResult={(value) => setResults((now) => new Map(now).set(row.key, value))}
            />
          ))}
        </div>
      </Dialog>
      {question}
    </>
  );
}

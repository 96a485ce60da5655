import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { moveArtifactWrite } from '~/api/artifacts/move';
import type { Artifact } from '~/api/artifacts/read';
import { explain } from '~/api/explain';
import { joinWords } from '~/lib/words/joinWords';
import { ShowRequest } from '~/requests/ShowRequest';
import type { DraftSummary } from '~/saving/draft/draft';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { Button } from '~/ui/button/Button';
import { TextArea } from '~/ui/form/TextArea';
import { Dialog } from '~/ui/overlay/Dialog';
import { toast } from '~/ui/overlay/toasts';
import { countOfChanges } from '../saving/words';
import { endsOf, endsState } from './ends';
import { MoveEnds } from './MoveEnds';
import { MoveTable } from './MoveTable';
import { MoveTarget } from './MoveTarget';
import { atStake } from './moveReport';
import { moveFacts, useMove } from './useMove';
import { type Mover, type NotMoved, useMoveList } from './useMoveList';
import './move.css';

interface MoveDialogProps {
  base: ArtifactSnapshot;
  /** What is typed and not saved: it would have no place afterwards. */
  summary: DraftSummary;
  onClose(): void;
}

function NotAlong({ lines }: { lines: readonly NotMoved[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="move-not meta" aria-label="Not moved along">
      {lines.map(({ text, reason }) => (
        <li key={`${text} ${reason}`}>
          {text}: {reason}.
        </li>
      ))}
    </ul>
  );
}

interface OthersProps {
  tracker: string;
  value: string;
  onChange(value: string): void;
  list: Pick<ReturnType<typeof useMoveList>, 'notMoved' | 'listError'>;
}

function Others({ tracker, value, onChange, list }: OthersProps) {
  return (
    <details className="move-more">
      <summary>Move others of {tracker} along</summary>
      <TextArea
        label="Their numbers, references or addresses"
        value={value}
        onChange={onChange}
        rows={3}
      />
      <NotAlong lines={list.notMoved} />
      {list.listError ? <p role="alert">{explain(list.listError, 'look them up').title}.</p> : null}
    </details>
  );
}

/** The request of each, as it would go out now. */
function MoveRequests({
  movers,
  trackerId,
}: {
  movers: readonly Mover[];
  trackerId: number | null;
}) {
  return (
    <ShowRequest
      look="text"
      plan={() =>
        trackerId === null
          ? []
          : movers.map((mover) =>
              moveArtifactWrite(mover.artifact.id, { trackerId, about: moveFacts(mover) }),
            )
      }
      empty="Choose a tracker that takes it first."
    />
  );
}

function buttonWords(movers: readonly Mover[]): string {
  const lost = movers.reduce((sum, { report }) => sum + atStake(report ?? []).length, 0);
  const [first] = movers;
  const what = movers.length === 1 && first ? first.artifact.xref : `${movers.length} artifacts`;
  if (lost === 0) return `Move ${what}`;
  return `Move ${what}, losing ${lost} ${lost === 1 ? 'value' : 'values'}`;
}

/**
 * Sends the moves; `onClose` is called where nothing more has to be told here. Where the page's own artifact is moved and
 * others are not, that is told on its page, which begins anew in the other tracker.
 */
function useMoving(artifact: Artifact, onClose: () => void) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return useMove((all) => {
    const moved = all.filter(({ outcome }) => outcome.kind === 'moved');
    if (moved.length > 0) {
      const names = joinWords(moved.map(({ mover }) => mover.artifact.xref));
      toast(`${names} ${moved.length === 1 ? 'is' : 'are'} moved; the numbers stay.`);
    }
    if (moved.length === all.length) onClose();
    else if (moved.some(({ mover }) => mover.artifact.id === artifact.id)) {
      void navigate(pathname + search, { replace: true, state: endsState(endsOf(all)) });
      onClose();
    }
  });
}

/** Why nothing can be moved yet; undefined where it can. */
function whyNot(
  trackerId: number | null,
  { isLooking, unchecked, movers }: ReturnType<typeof useMoveList>,
): string | undefined {
  if (trackerId === null) return 'Choose a tracker first';
  if (isLooking || unchecked > 0) return 'It is being looked up what would be kept';
  if (movers.some(({ report }) => report !== undefined)) return undefined;
  return movers.some(({ askAgain }) => askAgain)
    ? 'It is not known whether it can be moved there'
    : 'The server would not move it there';
}

/**
 * Moves an artifact to another tracker, others of its tracker along with it: what each would lose stands there, value by
 * value, before it is sent (features V7; artifacts.md §5.4).
 */
export function MoveDialog({ base, summary, onClose }: MoveDialogProps) {
  const { artifact } = base;
  const [trackerId, setTrackerId] = useState<number | null>(null);
  const [more, setMore] = useState('');
  const list = useMoveList(base, more, trackerId);
  const able = list.movers.filter(({ report }) => report !== undefined);
  const isLossy = able.some(({ report }) => atStake(report ?? []).length > 0);
  const move = useMoving(artifact, onClose);
  const draft = countOfChanges(summary);
  return (
    <Dialog
      title={`Move ${artifact.xref} to another tracker`}
      size="roomy"
      onClose={onClose}
      note={<MoveRequests movers={able} trackerId={trackerId} />}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={isLossy ? 'danger' : 'primary'}
            icon={<FolderInput size={16} strokeWidth={1.75} aria-hidden="true" />}
            isPending={move.isPending}
            disabledReason={
              draft === '' ? whyNot(trackerId, list) : `Save or discard ${draft} first`
            }
            onClick={() => trackerId !== null && move.mutate({ movers: able, trackerId })}
          >
            {buttonWords(able.length === 0 ? list.movers : able)}
          </Button>
        </>
      }
    >
      <div className="move">
        {move.data ? <MoveEnds ends={endsOf(move.data)} /> : null}
        <p>
          It keeps its number, its links, comments and history. Values stay where the other tracker
          has a field of the same name and type that takes them; the others are gone.
        </p>
        <MoveTarget artifact={artifact} onTracker={setTrackerId} />
        <Others tracker={artifact.tracker.label} value={more} onChange={setMore} list={list} />
        <p className="meta soft move-words" role="status">
          {move.isPending
            ? `Moving ${move.done + 1} of ${able.length}…`
            : list.unchecked > 0
              ? `Asking the server what would be kept: ${list.movers.length - list.unchecked} of ${list.movers.length} answered…`
              : ''}
        </p>
        {trackerId === null ? null : <MoveTable movers={list.movers} />}
      </div>
    </Dialog>
  );
}

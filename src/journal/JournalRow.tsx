import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { Link, useNavigate } from 'react-router-dom';
import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import { paths } from '~/paths';
import { type JournalEntry, undoneBy } from '~/saving/journal/entry';
import { Button } from '~/ui/button/Button';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { prepareUndo } from './prepareUndo';

const outcomeWords: Record<JournalEntry['outcome'], string> = {
  underWay: 'sent; its end was not seen',
  landed: 'stored',
  refused: 'not stored',
  unknown: 'not known whether it was stored',
};

function placeOf({ place, subject }: JournalEntry): string | null {
  if (place === 'artifact') return paths.artifact(subject);
  if (place === 'new') return paths.tracker(subject);
  return place === 'svn' ? paths.svn(subject) : null;
}

/** Why there is no undo; undefined where there is one. */
function whyNoUndo(entry: JournalEntry): string | undefined {
  if (entry.outcome !== 'landed') return 'Only what was stored can be undone';
  if (entry.place !== 'artifact') return 'Only changes of artifacts can be undone here';
  if (entry.changes.length === 0) return 'A comment cannot be taken back: Tuleap keeps it';
  return entry.changeset === null ? 'The server named no changeset for it' : undefined;
}

function Undo({ entry, entries }: RowProps) {
  const navigate = useNavigate();
  const undo = useMutation({
    mutationFn: () => prepareUndo(entry),
    onSuccess: () => void navigate(paths.artifact(entry.subject), { state: { from: 'journal' } }),
  });
  const undone = undoneBy(entry, entries);
  if (undone) {
    return <span className="journal-soft">undone by changeset {undone.changeset ?? ''}</span>;
  }
  return (
    <>
      <Button
        size="small"
        icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />}
        isPending={undo.isPending}
        disabledReason={whyNoUndo(entry)}
        onClick={() => undo.mutate()}
      >
        Undo
      </Button>
      {undo.error ? (
        <span role="alert" className="journal-problem">
          {undo.error instanceof ApiError
            ? explain(undo.error, 'prepare the undo').title
            : undo.error.message}
        </span>
      ) : null}
    </>
  );
}

interface RowProps {
  entry: JournalEntry;
  entries: readonly JournalEntry[];
}

/** One write: of what, before and after, the request, how it ended. */
export function JournalRow({ entry, entries }: RowProps) {
  const { name, title, at, outcome, changeset, message, changes, comment, request, server } = entry;
  const to = placeOf(entry);
  const label = [name, title].filter(Boolean).join(' ');
  return (
    <li className="journal-entry">
      <div className="journal-head">
        {to === null ? (
          <span className="journal-name">{label}</span>
        ) : (
          <Link className="journal-name" to={to}>
            {label}
          </Link>
        )}
        <span className="journal-soft">
          <RelativeTime value={new Date(at).toISOString()} /> · {server} ·{' '}
          <span className={`journal-${outcome}`}>{outcomeWords[outcome]}</span>
          {changeset === null ? '' : ` as changeset ${changeset}`}
          {message === '' ? '' : ` · ${message}`}
        </span>
        <span className="journal-actions">
          <Undo entry={entry} entries={entries} />
        </span>
      </div>
      {changes.length === 0 ? null : (
        <dl className="journal-changes">
          {changes.map((change) => (
            <div key={change.label}>
              <dt>{change.label}</dt>
              <dd>
                {change.before === '' ? <em>empty</em> : <del>{change.before}</del>}{' '}
                <span className="visually-hidden">became</span>
                {change.after === '' ? <em>empty</em> : <ins>{change.after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {comment === '' ? null : <p className="journal-comment">{comment}</p>}
      <details className="journal-request">
        <summary>
          Request <code>{`${request.method} /api/${request.path}`}</code>
        </summary>
        <pre>{JSON.stringify(request.body, null, 2)}</pre>
      </details>
    </li>
  );
}

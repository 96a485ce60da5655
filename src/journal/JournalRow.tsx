import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { Link, useNavigate } from 'react-router-dom';
import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import { TextChange } from '~/changesets/TextChange';
import { type JournalEntry, undoneBy } from '~/saving/journal/entry';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { inverseOf, placeOf } from './inverse';
import { prepareUndo } from './prepareUndo';

const outcomeWords: Record<JournalEntry['outcome'], string> = {
  underWay: 'sent; its end was not seen',
  landed: 'stored',
  refused: 'not stored',
  unknown: 'not known whether it was stored',
};

function Undo({ entry, entries }: RowProps) {
  const navigate = useNavigate();
  const inverse = inverseOf(entry);
  const undo = useMutation({
    mutationFn: () => prepareUndo(entry),
    onSuccess() {
      if (inverse.kind === 'draft') void navigate(inverse.to, { state: { from: 'journal' } });
    },
  });
  const undone = undoneBy(entry, entries);
  if (undone) {
    const by = undone.changeset === null ? 'later' : `by changeset ${undone.changeset}`;
    return <span className="journal-soft">undone {by}</span>;
  }
  if (inverse.kind === 'page') {
    return (
      <LinkButton size="small" to={inverse.to} state={{ asks: 'delete', from: 'journal' }}>
        {inverse.label}
      </LinkButton>
    );
  }
  return (
    <>
      <Button
        size="small"
        icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />}
        isPending={undo.isPending}
        disabledReason={inverse.kind === 'none' ? inverse.why : undefined}
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
            <div key={`${change.fieldId} ${change.label}`}>
              <dt>{change.label}</dt>
              <dd>
                <TextChange before={change.before} after={change.after} />
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

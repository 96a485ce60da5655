import { useEffect, useRef } from 'react';
import type { Changeset } from '~/api/changesets';
import { DiffText } from '~/conflicts/DiffText';
import { ServerHtml } from '~/fields/text/ServerHtml';
import { diffText, isPartial } from '~/lib/diff';
import { authorOf, type FieldChange, listed } from '~/saving/changes';
import { commentSource } from '~/saving/landed';
import { Avatar } from '~/ui/show/Avatar';
import { Badge } from '~/ui/show/Badge';
import { RelativeTime } from '~/ui/show/RelativeTime';

interface HistoryEntryProps {
  changeset: Changeset;
  /** Null where the changeset before this one is not loaded. */
  changes: readonly FieldChange[] | null;
  isFirst: boolean;
  isMine: boolean;
}

/** A change of a long text is told by its size; the place to read it is the field. */
const LONG = 400;
const SHORT = 80;

/** "High to Critical" for a value that was replaced; the words that changed for a text. */
function Difference({ before, after }: { before: string; after: string }) {
  const isReplaced = before !== '' && after !== '' && !isPartial(diffText(before, after));
  if (isReplaced && before.length + after.length < SHORT) {
    return (
      <>
        {before} <span className="soft">to</span> {after}
      </>
    );
  }
  return <DiffText before={before} after={after} empty="none" />;
}

function Change({ change }: { change: FieldChange }) {
  const { field, contract, before, after } = change;
  const text = (value: unknown) =>
    contract.toSource?.(value, field) ?? contract.toText(value, field);
  const [was, is] = [text(before), text(after)];
  return (
    <div className="history-change">
      <dt>{field.label}</dt>
      <dd>
        {was.length + is.length > LONG ? (
          <details>
            <summary>{was === '' ? 'written' : 'changed'}</summary>
            <DiffText before={was} after={is} />
          </details>
        ) : (
          <Difference before={was} after={is} />
        )}
      </dd>
    </div>
  );
}

function Comment({ changeset }: { changeset: Changeset }) {
  const { last_comment: comment } = changeset;
  if (comment.body.trim() === '') return null;
  const groups = comment.ugroups?.map((group) => group.label) ?? [];
  return (
    <div className="history-comment">
      {groups.length > 0 ? <Badge tone="info">Only for {listed(groups)}</Badge> : null}
      {comment.format === 'html' ? (
        <ServerHtml html={comment.post_processed_body || comment.body} />
      ) : (
        <p className="history-plain">{commentSource(changeset)}</p>
      )}
    </div>
  );
}

/** One changeset: who, when, what changed, and the comment. */
export function HistoryEntry({ changeset, changes, isFirst, isMine }: HistoryEntryProps) {
  const author = authorOf(changeset);
  const place = useRef<HTMLLIElement>(null);
  const anchor = `changeset-${changeset.id}`;
  // The history comes after the page: the browser looked for the anchor when it was not there yet.
  useEffect(() => {
    if (location.hash !== `#${anchor}`) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus();
  }, [anchor]);
  return (
    <li ref={place} id={anchor} tabIndex={-1} className="history-entry">
      <Avatar name={author} isSelf={isMine} />
      <div className="history-body">
        <p className="history-head">
          <strong>{author}</strong>
          <span className="meta soft">
            <RelativeTime value={changeset.submitted_on} />
          </span>
          <span className="history-id">{changeset.id}</span>
        </p>
        {isFirst ? <p className="meta soft">Created</p> : null}
        {changes && changes.length > 0 ? (
          <dl className="history-changes">
            {changes.map((change) => (
              <Change key={change.field.field_id} change={change} />
            ))}
          </dl>
        ) : null}
        <Comment changeset={changeset} />
      </div>
    </li>
  );
}

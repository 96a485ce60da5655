import type { Changeset } from '~/api/changesets';
import { personName } from '~/fields/people/names';
import { ServerHtml } from '~/fields/text/ServerHtml';
import { listed } from '~/saving/changes';
import { commentSource } from '~/saving/landed';
import { Badge } from '~/ui/show/Badge';
import { RelativeTime } from '~/ui/show/RelativeTime';

/** The server gives only the latest version of a comment that was edited (artifacts.md §6). */
function Edited({ changeset }: { changeset: Changeset }) {
  const { last_modified_by: by, last_modified_date: date, submitted_on } = changeset;
  if (Date.parse(date) <= Date.parse(submitted_on)) return null;
  return (
    <span className="meta soft">
      edited{by ? ` by ${personName(by)}` : ''}, <RelativeTime value={date} />
    </span>
  );
}

/** The comment of a changeset as the server renders it, references linked; who may read it, where that is not everybody. */
export function HistoryComment({ changeset }: { changeset: Changeset }) {
  const { last_comment: comment } = changeset;
  if (comment.body.trim() === '') return null;
  const groups = comment.ugroups?.map((group) => group.label) ?? [];
  const html = comment.post_processed_body || (comment.format === 'html' ? comment.body : '');
  return (
    <div className="history-comment">
      {groups.length > 0 ? <Badge tone="info">Only for {listed(groups)}</Badge> : null}
      {html === '' ? (
        <p className="history-plain">{commentSource(changeset)}</p>
      ) : (
        <ServerHtml html={html} />
      )}
      <Edited changeset={changeset} />
    </div>
  );
}

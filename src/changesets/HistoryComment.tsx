import type { Changeset } from '~/api/changesets/read';
import { personName } from '~/fields/people/names';
import { ServerHtml } from '~/fields/text/ServerHtml';
import { joinWords } from '~/lib/words/joinWords';
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

/** The server names only the groups that one belongs to, to administrators all: others may read it too (artifacts.md §6). */
function Private({ groups }: { groups: readonly string[] }) {
  return (
    <p className="meta soft">
      <Badge tone="info">Private</Badge>
      {groups.length > 0 ? ` ${joinWords(groups)} may read it, perhaps others too` : null}
    </p>
  );
}

/** The comment of a changeset as the server renders it, references linked; who may read it, where that is not everybody. */
export function HistoryComment({ changeset }: { changeset: Changeset }) {
  const { last_comment: comment } = changeset;
  if (comment.body.trim() === '') return null;
  const html = comment.post_processed_body || (comment.format === 'html' ? comment.body : '');
  return (
    <div className="history-comment">
      {comment.ugroups ? <Private groups={comment.ugroups.map(({ label }) => label)} /> : null}
      {html === '' ? (
        <p className="history-plain">{commentSource(changeset)}</p>
      ) : (
        <ServerHtml html={html} />
      )}
      <Edited changeset={changeset} />
    </div>
  );
}

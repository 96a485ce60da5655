import type { BlueprintComment } from '~/api/blueprint/artifactSchema';
import { SafeHtml } from '~/ui/html/SafeHtml';
import { Badge } from '~/ui/show/Badge';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { personName } from './PropertyValue';

interface CommentListProps {
  comments: readonly BlueprintComment[];
  base: string;
  isPlain: boolean;
}

/** Nothing says whether a comment is HTML; what has a tag in it is read as such, through the sanitiser. */
const isMarkup = (text: string): boolean => /<[a-z!/]/i.test(text);

/** The comments in the server's order, with who, when and what became of them. */
export function CommentList({ comments, base, isPlain }: CommentListProps) {
  return (
    <ul className="blueprint-comments">
      {comments.map(({ Id, Description, Author, LastModified, Status, IsClosed }) => (
        <li key={Id}>
          <p className="meta blueprint-comment-head">
            <strong>{Author ? personName(Author) : 'Somebody'}</strong>
            {LastModified ? <RelativeTime value={LastModified} /> : null}
            {Status ? <Badge tone={IsClosed ? 'success' : 'neutral'}>{Status}</Badge> : null}
          </p>
          {Description && !isPlain && isMarkup(Description) ? (
            <SafeHtml html={Description} base={base} />
          ) : (
            <p className="blueprint-text">{Description}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

import { flushSync } from 'react-dom';
import { putSettingsWrite } from '~/api/svn';
import { type ReviewRow, ReviewRows } from '~/changesets/review/ReviewRows';
import { type ReviewProblem, ReviewSheet } from '~/changesets/review/ReviewSheet';
import type { ReviewHandle } from '~/changesets/review/useReview';
import { countWords } from '~/saving/countWords';
import { partsOf } from '~/saving/svn/parts';
import { type Names, partLabel, partText } from '~/saving/svn/partWords';
import { toSend } from '~/saving/svn/svnSnapshot';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { DiffText } from '~/ui/show/DiffText';
import type { SvnEditor } from '../editor/editor';
import { risksOf } from '../svnWords';
import { isPublic, localProblems } from './problems';
import { NewerWords } from './SvnBanners';
import { jumpTo, labelOf } from './SvnProblems';

interface SvnReviewProps {
  editor: SvnEditor;
  names: Names;
  review: ReviewHandle;
}

/** Of a long access file, the lines around each change. */
const AROUND = 2;

function rowsOf({ base, mine, changed }: SvnEditor, names: Names): ReviewRow[] {
  const [was, is] = [partsOf(toSend(base.settings)), partsOf(mine)];
  return changed.map((key) => ({
    key,
    label: partLabel(key),
    change: (
      <span className={key === 'access_file' ? 'mono' : undefined}>
        <DiffText
          before={partText(was.get(key) ?? null, names)}
          after={partText(is.get(key) ?? null, names)}
          empty="none"
          around={AROUND}
        />
      </span>
    ),
  }));
}

function problemsOf({ form, mine }: SvnEditor): ReviewProblem[] {
  return [...localProblems(form, mine).byControl].map(([key, message]) => ({
    key,
    label: labelOf(key, form),
    message,
    jump: () => jumpTo(key),
  }));
}

function Sheet({ editor, names, review }: SvnReviewProps) {
  const { base, mine, changed, newer } = editor;
  const risks = risksOf(toSend(base.settings), mine, isPublic(base));
  return (
    <ReviewSheet
      title={`Review ${countWords(changed.length)} to ${base.name}`}
      facts="The settings are sent as a whole; this is all that changes. Nothing is sent yet."
      problems={problemsOf(editor)}
      plan={() => [putSettingsWrite(base.id, mine)]}
      requestNote="Right before it is sent, the newest settings are read and put together with these."
      saveLabel="Save"
      disabledReason={undefined}
      onSave={editor.save}
      onClose={review.close}
    >
      {newer ? (
        <Banner
          tone="warning"
          role="status"
          actions={
            <Button
              size="small"
              onClick={() => {
                flushSync(review.close);
                editor.mergeNow();
              }}
            >
              Merge now
            </Button>
          }
        >
          <NewerWords base={base} newer={newer} /> A save puts both together, and asks where both
          changed the same.
        </Banner>
      ) : null}
      {risks.length === 0 ? null : (
        <Banner tone="warning">
          <ul className="review-problems">
            {risks.map((risk) => (
              <li key={risk}>{risk}</li>
            ))}
          </ul>
        </Banner>
      )}
      <ReviewRows rows={rowsOf(editor, names)} />
    </ReviewSheet>
  );
}

/** The review sheet of a repository's settings; nothing, and nothing worked out, while it is closed (features E14). */
export function SvnReview(props: SvnReviewProps) {
  return props.review.isOpen ? <Sheet {...props} /> : null;
}

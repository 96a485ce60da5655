import { readingsOf } from '~/saving/draft/draftState';
import { leftIn, textOf } from '~/saving/kept/artifactParts';
import type { ListedDraft } from '~/saving/kept/list';
import { Button } from '~/ui/button/Button';

/** Each typed value with its label, and the comment; for drafts of other things nothing. */
function linesOf({ artifact, blank, records }: ListedDraft): { label: string; text: string }[] {
  const draft = artifact ?? blank;
  if (!draft) return [];
  const { base, values, comment } = draft.state;
  const readings = readingsOf(base);
  const typed = [...values].flatMap(([id, value]) => {
    const reading = readings.get(id);
    if (!reading) return [];
    return [{ label: reading.field.label, text: textOf(reading, value) }];
  });
  const lines = [...typed, ...leftIn(records)];
  return comment.body.trim() === '' ? lines : [...lines, { label: 'Comment', text: comment.body }];
}

/** What was typed, to read and to copy, also where the artifact is no longer there. */
export function DraftText({ draft }: { draft: ListedDraft }) {
  const lines = linesOf(draft);
  if (lines.length === 0) return null;
  const all = lines.map(({ label, text }) => `${label}:\n${text}`).join('\n\n');
  return (
    <details className="draft-text">
      <summary>What you typed</summary>
      <dl>
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text || 'empty'}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={() => void navigator.clipboard.writeText(all)}>
        Copy all
      </Button>
    </details>
  );
}

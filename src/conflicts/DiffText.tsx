import { diffText, isPartial } from '~/lib/diff';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import './diff-text.css';

interface DiffTextProps {
  before: string;
  after: string;
  /** What stands for an empty text. */
  empty?: string;
}

/** What changed between two texts: removals red with −, additions green with +, said aloud too. */
export function DiffText({ before, after, empty = 'empty' }: DiffTextProps) {
  if (before === after) {
    return <span className="diff-text">{after || <span className="soft">{empty}</span>}</span>;
  }
  const parts = diffText(before, after);
  const shown = isPartial(parts)
    ? parts
    : [
        { kind: 'removed' as const, text: before },
        { kind: 'added' as const, text: after },
      ].filter(({ text }) => text !== '');
  return (
    <span className="diff-text">
      {shown.map((part, index) => {
        // The parts of one comparison never change place.
        const key = `${index}-${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        const Mark = part.kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key}>
            <VisuallyHidden>{part.kind === 'added' ? ' added: ' : ' removed: '}</VisuallyHidden>
            {part.text}
          </Mark>
        );
      })}
      {after === '' ? <span className="soft"> now {empty}</span> : null}
    </span>
  );
}

import { Fragment, memo } from 'react';
import { diffText, foldSame, isPartial } from '~/lib/diff/diff';
import { VisuallyHidden } from './VisuallyHidden';
import './diff-text.css';

interface DiffTextProps {
  before: string;
  after: string;
  /** What stands for an empty text. */
  empty?: string;
  /** How many lines that stayed are shown beside each change; all unless said. */
  around?: number;
  /** Only what that side has: for texts that stand beside each other. */
  only?: 'before' | 'after';
}

/**
 * What changed between two texts: removals red with −, additions green with +, said aloud too. Compared anew only for
 * other texts: a prompt draws itself for every key that is typed into its result.
 */
export const DiffText = memo(function DiffText({
  before,
  after,
  empty = 'empty',
  around,
  only,
}: DiffTextProps) {
  if (before === after) {
    return <span className="diff-text">{after || <span className="soft">{empty}</span>}</span>;
  }
  const parts = diffText(before, after);
  const left = only && (only === 'before' ? 'added' : 'removed');
  const shown = isPartial(parts)
    ? around === undefined
      ? parts
      : foldSame(parts, around)
    : [
        { kind: 'removed' as const, text: before },
        { kind: 'added' as const, text: after },
      ].filter(({ text }) => text !== '');
  return (
    <span className="diff-text">
      {shown.map((part, index) => {
        if (part.kind === left) return null;
        // The parts of one comparison never change place.
        const key = `${index}-${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        const Mark = part.kind === 'added' ? 'ins' : 'del';
        // The mark stands with the words, not at the end of the line before them.
        const feeds = /^\n*/.exec(part.text)?.[0] ?? '';
        return (
          <Fragment key={key}>
            {part.kind === 'added' ? feeds : null}
            <Mark>
              <VisuallyHidden>{part.kind === 'added' ? ' added: ' : ' removed: '}</VisuallyHidden>
              {part.kind === 'added' ? part.text.slice(feeds.length) : part.text}
            </Mark>
          </Fragment>
        );
      })}
      {after === '' && only !== 'before' ? (
        <span className="soft">{only ? empty : ` now ${empty}`}</span>
      ) : null}
      {before === '' && only === 'before' ? <span className="soft">{empty}</span> : null}
    </span>
  );
});

import { Check } from 'lucide-react';
import type { Hunk } from '~/lib/diff/hunks';
import { Kbd } from '~/ui/button/Kbd';
import { DiffText } from '~/ui/show/DiffText';
import type { Side } from './mergeArtifact';
import type { HunkChoices, HunkSide, TextMerge } from './textMerge';
import '~/ui/form/segments.css';
import './conflict.css';
import './hunks.css';

export const hunkSides: readonly { side: HunkSide; label: string; key: string }[] = [
  { side: 'base', label: 'Base', key: '0' },
  { side: 'theirs', label: 'Theirs', key: '1' },
  { side: 'mine', label: 'Mine', key: '2' },
  { side: 'both', label: 'Both', key: '3' },
];

interface HunkListProps {
  merge: TextMerge;
  choices: HunkChoices;
  /** The hunk that the keys act on. */
  current: number | undefined;
  writer: string;
  headOf(side: Side): string;
  onChoose(index: number, side: HunkSide): void;
}

const columns = [
  { side: 'base', label: 'Base' },
  { side: 'theirs', label: 'Theirs' },
  { side: 'mine', label: 'Mine' },
] as const;

function titleOf(hunk: Hunk, kind: TextMerge['kind'], writer: string): string {
  const [one, several] = kind === 'blocks' ? ['paragraph', 'paragraphs'] : ['line', 'lines'];
  const titles: Record<Hunk['kind'], string> = {
    same: '',
    mine: 'Only yours',
    theirs: `Only ${writer}’s`,
    agreed: 'The same on both sides',
    conflict: `Both changed ${hunk.base.length === 1 ? `this ${one}` : `these ${several}`}`,
  };
  return titles[hunk.kind];
}

function Cell({ hunk, side }: { hunk: Hunk; side: Side }) {
  const text = hunk[side].join('\n');
  const base = hunk.base.join('\n');
  if (hunk[side].length === 0 && hunk.base.length === 0)
    return <span className="soft">no line</span>;
  return <DiffText before={side === 'base' ? text : base} after={text} empty="no line" />;
}

function Choice({
  choices,
  index,
  number,
  onChoose,
}: Pick<HunkListProps, 'choices' | 'onChoose'> & { index: number; number: number }) {
  return (
    <fieldset className="segments segments-small" aria-label={`Lines of change ${number}`}>
      {hunkSides.map(({ side, label, key }) => (
        <button
          key={side}
          type="button"
          className="segment"
          aria-pressed={choices.get(index) === side}
          onClick={() => onChoose(index, side)}
        >
          {label}
          <span aria-hidden="true" className="conflict-key">
            <Kbd>{key}</Kbd>
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function HunkCard({
  hunk,
  index,
  number,
  ...props
}: HunkListProps & {
  hunk: Hunk;
  index: number;
  number: number;
}) {
  const chosen = props.choices.get(index);
  const isConflict = hunk.kind === 'conflict';
  const title = titleOf(hunk, props.merge.kind, props.writer);
  return (
    <li
      className={`hunk${props.current === index ? ' hunk-current' : ''}`}
      aria-label={`${number} ${title}`}
    >
      <div className="hunk-head">
        <span className="soft tabular">{number}</span>
        <strong>{title}</strong>
        {isConflict ? null : <span className="soft">taken</span>}
        <div className="hunk-end">
          {isConflict ? <Choice {...props} index={index} number={number} /> : null}
          {isConflict && chosen === undefined ? null : (
            <Check size={16} strokeWidth={1.75} aria-hidden="true" className="conflict-icon-done" />
          )}
        </div>
      </div>
      <div className="conflict-columns">
        {columns.map(({ side, label }) => (
          <div key={side} className="conflict-side conflict-source">
            <span className="hunk-side-name">{label} </span>
            <Cell hunk={hunk} side={side} />
          </div>
        ))}
      </div>
    </li>
  );
}

/** Only the space between blocks of HTML is other: nothing that anybody reads. */
function isBlank({ kind, base, mine, theirs }: Hunk): boolean {
  return kind !== 'conflict' && [...base, ...mine, ...theirs].join('').trim() === '';
}

/** The changes of a text as hunks: what is taken by itself, and what has to be chosen. */
export function HunkList(props: HunkListProps) {
  const shown = props.merge.hunks
    .map((hunk, index) => ({ hunk, index }))
    .filter(
      ({ hunk }) => hunk.kind !== 'same' && !(props.merge.kind === 'blocks' && isBlank(hunk)),
    );
  return (
    <div>
      <div className="conflict-columns hunk-columns">
        {columns.map(({ side, label }) => (
          <h4 key={side} className="conflict-side-head">
            {label} <span className="conflict-beside">{props.headOf(side)}</span>
          </h4>
        ))}
      </div>
      <ol className="hunk-list">
        {shown.map(({ hunk, index }, place) => (
          <HunkCard key={index} {...props} hunk={hunk} index={index} number={place + 1} />
        ))}
      </ol>
    </div>
  );
}

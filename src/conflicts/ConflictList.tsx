import { Check, CircleAlert, GitMerge, Lock, MessageSquare } from 'lucide-react';
import type { CommentBody } from '~/api/artifacts/change';
import { groups, rowLine } from './describe';
import type { Decisions, MergeRow } from './mergeArtifact';

interface ConflictListProps {
  rows: readonly MergeRow[];
  decisions: Decisions;
  problems: ReadonlyMap<number, string>;
  /** Who changed a row's field, in a word. */
  writerOf(row: MergeRow): string;
  selected: MergeRow | undefined;
  onSelect(row: MergeRow): void;
  comment: CommentBody;
}

interface RowIconProps {
  row: MergeRow;
  isDecided: boolean;
  /** The server would refuse what it holds now. */
  isWrong: boolean;
}

function RowIcon({ row, isDecided, isWrong }: RowIconProps) {
  const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (row.outcome === 'blocked') return <Lock {...look} className="conflict-icon-open" />;
  if (isWrong) return <CircleAlert {...look} className="conflict-icon-open" />;
  if (row.outcome !== 'conflict') return <Check {...look} className="conflict-icon-done" />;
  if (isDecided) return <GitMerge {...look} className="conflict-icon-chosen" />;
  return <CircleAlert {...look} className="conflict-icon-open" />;
}

/** What the look at the whole result found: a live region, as each choice may change it. */
function Checked({ problems }: { problems: ReadonlyMap<number, string> }) {
  const { size } = problems;
  return (
    <p className="conflict-checked soft" role="status">
      {size === 0
        ? 'Checked after the merge: rules and workflow agree.'
        : `Checked after the merge: ${size} ${size === 1 ? 'field does' : 'fields do'} not fit.`}
    </p>
  );
}

/** Every field that changed on either side, by what has to be done about it, and the comment that is kept. */
export function ConflictList(props: ConflictListProps) {
  const { rows, decisions, problems, selected, comment } = props;
  return (
    <nav className="conflict-list" aria-label="Fields that changed">
      {groups.map(({ title, outcomes }) => {
        const inGroup = rows.filter((row) => outcomes.includes(row.outcome));
        if (inGroup.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <h3>
              {title} <span className="soft tabular">{inGroup.length}</span>
            </h3>
            <ul>
              {inGroup.map((row) => (
                <li key={row.field.field_id}>
                  <button
                    type="button"
                    className="conflict-item"
                    aria-current={row === selected || undefined}
                    onClick={() => props.onSelect(row)}
                  >
                    <RowIcon
                      row={row}
                      isDecided={decisions.has(row.field.field_id)}
                      isWrong={problems.has(row.field.field_id)}
                    />
                    <span>
                      <strong>{row.field.label}</strong>
                      <span className="soft">
                        {problems.get(row.field.field_id) ??
                          rowLine(row, decisions, props.writerOf(row))}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {comment.body.trim() === '' ? null : (
        <section aria-label="Comment kept">
          <div className="conflict-item">
            <MessageSquare
              size={16}
              strokeWidth={1.75}
              aria-hidden="true"
              className="conflict-icon-done"
            />
            <span>
              <strong>Comment kept</strong>
              <span className="soft conflict-comment">“{comment.body.trim()}”</span>
            </span>
          </div>
        </section>
      )}
      <Checked problems={problems} />
    </nav>
  );
}

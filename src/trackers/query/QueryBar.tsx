import { Play } from 'lucide-react';
import { useState } from 'react';
import type { Tracker } from '~/api/trackers';
import { equal } from '~/lib/equal';
import { Button } from '~/ui/button/Button';
import { Segments } from '~/ui/form/Segments';
import { TextArea } from '~/ui/form/TextArea';
import { Badge } from '~/ui/show/Badge';
import { isSaveKey } from '~/ui/useKeydown';
import { columnFields } from '../rows/artifactRow';
import { CriteriaLines } from './CriteriaLines';
import { type Criterion, problemOf, writeCriteria } from './criteria';
import './query.css';

/** What the address holds; at most one of the two is not empty. */
export interface AskedQuery {
  tql: string;
  q: string;
}

interface QueryBarProps {
  tracker: Tracker;
  asked: AskedQuery;
  /** `asked.q` as lines. */
  lines: readonly Criterion[];
  /** Runs it; also when nothing changed, which asks the server again. */
  onRun(query: AskedQuery): void;
  isRunning: boolean;
  /** What the server, or we before it, found wrong with the query that ran. */
  error: string | undefined;
}

type Mode = 'criteria' | 'tql';

/** What is being typed, from what was asked. Another address (Back, a link) brings its own; running ours changes nothing. */
function useDraft({ asked, lines }: QueryBarProps) {
  const begin = () => ({
    asked,
    mode: (asked.tql === '' ? 'criteria' : 'tql') as Mode,
    tql: asked.tql,
    lines,
    isChecked: false,
  });
  const [draft, setDraft] = useState(begin);
  if (!equal(draft.asked, asked)) setDraft(begin());
  return [draft, (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes })] as const;
}

function canSend(tracker: Tracker, lines: readonly Criterion[]): boolean {
  const fields = columnFields(tracker);
  return lines.every((line) => {
    const field = fields.find(({ name }) => name === line.field);
    return field !== undefined && problemOf(line, field) === undefined;
  });
}

/** Asks for artifacts: criteria by field, or TQL. What is typed stays, whatever the server says to it. */
export function QueryBar(props: QueryBarProps) {
  const { tracker, asked, onRun, isRunning, error } = props;
  const [draft, change] = useDraft(props);
  const { mode, tql, lines, isChecked } = draft;
  const q = lines.length === 0 ? '' : JSON.stringify(writeCriteria(lines, columnFields(tracker)));
  const isChanged = mode === 'tql' ? tql.trim() !== asked.tql.trim() : !equal(lines, props.lines);
  const hasQuery = asked.tql !== '' || asked.q !== '';

  function run(): void {
    if (mode === 'tql') onRun({ tql: tql.trim(), q: '' });
    else if (canSend(tracker, lines)) onRun({ tql: '', q });
    else change({ isChecked: true });
  }

  return (
    <form
      className="query"
      aria-label="Query"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      onKeyDown={(event) => {
        if (!isSaveKey(event.nativeEvent)) return;
        event.preventDefault();
        run();
      }}
    >
      <div className="query-bar">
        <Segments
          label="How to ask"
          value={mode}
          onChange={(next) => change({ mode: next })}
          segments={[
            { value: 'criteria', label: 'Criteria' },
            { value: 'tql', label: 'TQL' },
          ]}
        />
        {mode === 'criteria' ? (
          <CriteriaLines
            tracker={tracker}
            lines={lines}
            onChange={(next) => change({ lines: next })}
            isChecked={isChecked}
          />
        ) : null}
        <div className="query-end">
          {isChanged ? <Badge tone="warning">changed</Badge> : null}
          {hasQuery ? (
            <Button variant="quiet" onClick={() => onRun({ tql: '', q: '' })}>
              Show all
            </Button>
          ) : null}
          <Button
            type="submit"
            keys="Ctrl ↵"
            isPending={isRunning}
            icon={<Play size={14} strokeWidth={1.75} aria-hidden="true" />}
          >
            Run
          </Button>
        </div>
      </div>
      {mode === 'tql' ? (
        <TextArea
          label="TQL query"
          isLabelHidden
          isMono
          className="query-tql"
          rows={Math.min(8, Math.max(2, tql.split('\n').length))}
          value={tql}
          onChange={(next) => change({ tql: next })}
          placeholder={`${tracker.fields.find(({ field_id }) => field_id === tracker.semantics.title?.field_id)?.name ?? 'title'} = 'export'`}
          spellCheck={false}
          autoComplete="off"
        />
      ) : null}
      {error ? (
        <p className="query-error" role="alert">
          {error}
        </p>
      ) : null}
    </form>
  );
}

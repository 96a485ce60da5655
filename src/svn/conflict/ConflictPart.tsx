import { useId, useState } from 'react';
import { equal } from '~/lib/equal';
import type { PartMerge } from '~/saving/svn/mergeSettings';
import { isNotification, isSamePart, type PartValue } from '~/saving/svn/parts';
import { type Names, partLabel, partText } from '~/saving/svn/partWords';
import { type NotificationRow, notificationOf } from '~/saving/svn/svnForm';
import { Button } from '~/ui/button/Button';
import { TextArea } from '~/ui/form/TextArea';
import { Badge } from '~/ui/show/Badge';
import { DiffText } from '~/ui/show/DiffText';
import { NotificationFields } from '../settings/NotificationFields';
import { FileHunks, isFile } from './FileHunks';

interface ConflictPartProps {
  row: PartMerge;
  names: Names;
  projectId: number;
  /** Undefined while nothing is chosen. */
  result: PartValue | undefined;
  onResult(value: PartValue): void;
}

interface VersionProps {
  title: string;
  value: PartValue;
  /** What it is compared with; the base with itself. */
  base: PartValue;
  names: Names;
}

function Version({ title, value, base, names }: VersionProps) {
  const text = partText(value, names);
  return (
    <div className="svn-version">
      <h4>{title}</h4>
      {text === '' ? (
        <p className="soft">{value === null ? 'Not there' : 'Empty'}</p>
      ) : (
        <pre>
          <DiffText before={partText(base, names)} after={text} />
        </pre>
      )}
    </div>
  );
}

function rowOf(value: PartValue, names: Names): NotificationRow | undefined {
  if (!isNotification(value)) return undefined;
  return {
    key: value.path,
    path: value.path,
    emails: value.emails.join(', '),
    users: value.users.map((id) => ({ id, label: names.people.get(id) ?? `Person ${id}` })),
    groups: value.user_groups,
  };
}

type ResultProps = Pick<ConflictPartProps, 'names' | 'projectId' | 'onResult'> & {
  label: string;
  result: PartValue;
};

/** The result of a notification, edited with its own controls; what is typed stays as it is typed. */
function NotificationResult({ result, names, projectId, onResult }: ResultProps) {
  const [typed, setTyped] = useState(() => rowOf(result, names));
  const isOwn = typed && isSamePart(notificationOf(typed, []), result);
  const row = isOwn ? typed : rowOf(result, names);
  if (!row) return <p className="soft">The notification is removed.</p>;
  return (
    <NotificationFields
      row={row}
      onChange={(next) => {
        setTyped(next);
        onResult(notificationOf(next, []));
      }}
      projectId={projectId}
      knownGroups={names.groups}
      isPathFixed
    />
  );
}

function Result(props: ResultProps) {
  const { label, result, onResult } = props;
  if (typeof result === 'string') {
    return <TextArea label={label} value={result} onChange={onResult} isMono rows={8} wrap="off" />;
  }
  if (Array.isArray(result)) {
    return (
      <TextArea
        label={label}
        value={result.join('\n')}
        onChange={(text) => onResult(text.split('\n'))}
        isMono
        wrap="off"
      />
    );
  }
  return <NotificationResult {...props} />;
}

/** One part that both sides changed: the three versions, the choice, and the result that can be edited. */
export function ConflictPart({ row, names, projectId, result, onResult }: ConflictPartProps) {
  const id = useId();
  const label = partLabel(row.key);
  const choices = [
    { name: 'Both together', value: row.together },
    { name: 'Theirs', value: row.theirs },
    { name: 'Mine', value: row.mine },
  ].filter(({ value }) => value !== undefined);
  return (
    <section className="svn-conflict-part" aria-labelledby={id}>
      <div className="svn-conflict-head">
        <h3 id={id}>{label}</h3>
        <Badge tone={result === undefined ? 'warning' : 'success'}>
          {result === undefined ? 'Choose' : equal(result, row.together) ? 'Merged' : 'Chosen'}
        </Badge>
        <div className="svn-conflict-choices">
          {choices.map(({ name, value }) => (
            <Button
              key={name}
              size="small"
              aria-pressed={result !== undefined && equal(result, value)}
              aria-label={`${name}: ${label}`}
              onClick={() => onResult(value ?? null)}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
      {isFile(row) ? (
        <FileHunks file={row} onResult={onResult} />
      ) : (
        <div className="svn-versions">
          <Version title="Base" value={row.base} base={row.base} names={names} />
          <Version title="Theirs" value={row.theirs} base={row.base} names={names} />
          <Version title="Mine" value={row.mine} base={row.base} names={names} />
        </div>
      )}
      {result === undefined ? (
        <p className="soft">
          Both of you changed the same lines. Choose a side to begin with; the result can be edited.
        </p>
      ) : (
        <Result
          label={`Result: ${label}`}
          result={result}
          names={names}
          projectId={projectId}
          onResult={onResult}
        />
      )}
    </section>
  );
}

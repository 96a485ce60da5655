import type { LineDifference, StoredDifferences } from '~/saving/svn/stored';
import { findLine, withLine } from '~/saving/svn/stored';
import { Button } from '~/ui/button/Button';
import { TextButton } from '~/ui/button/TextButton';
import { Banner } from '~/ui/show/Banner';

interface StoredLinesProps {
  differences: StoredDifferences;
  /** The access file as it stands in the form. */
  text: string;
  onChange(text: string): void;
  /** Selects a line of the access file, from 0. */
  onShow(line: number): void;
  /** The access file before the save; absent for a repository that was just made. */
  before?: string | undefined;
  /** Names that rules may use: `members` and the project's groups. */
  groups: readonly string[];
  lock: string | undefined;
}

/** The group of a rule that is none of the server's, and the one that was perhaps meant. */
function guess(
  line: string,
  groups: readonly string[],
): { name: string; meant: string | undefined } {
  const name = /^\s*@([^=\s]+)/.exec(line)?.[1] ?? '';
  const isClose = (group: string) => group.toLowerCase() === name.toLowerCase();
  return { name, meant: groups.find((group) => group !== name && isClose(group)) };
}

function why({ kind, sent, stored }: LineDifference, groups: readonly string[]): string {
  if (kind === 'added') return 'was added by the server.';
  if (kind === 'removed') return 'was left out by the server.';
  if (kind === 'changed') return `was stored as “${stored}”.`;
  const { name, meant } = guess(sent ?? '', groups);
  if (meant) return `was disabled: the group is spelled ${meant}.`;
  return groups.includes(name)
    ? `was disabled: the group ${name} is empty, or the line is no rule.`
    : `was disabled: there is no group ${name} with members.`;
}

interface LineProps extends StoredLinesProps {
  difference: LineDifference;
}

function Line({ difference, text, onChange, onShow, groups, lock }: LineProps) {
  const { sent, stored, kind } = difference;
  const at = findLine(text, difference);
  const meant = kind === 'disabled' ? guess(sent ?? '', groups).meant : undefined;
  function put(next: string | undefined): void {
    onChange(withLine(text, difference, next));
    if (at !== undefined && next !== undefined) onShow(at);
  }
  return (
    <li>
      <p>
        {at === undefined ? (
          <span>Line {difference.line}</span>
        ) : (
          <TextButton onClick={() => onShow(at)}>Line {at + 1}</TextButton>
        )}{' '}
        <code>{sent ?? stored}</code> {why(difference, groups)}
      </p>
      {at === undefined ? (
        <p className="svn-line-done">
          {stored === null ? 'Add it again if it is needed.' : 'Changed since. Save to store it.'}
        </p>
      ) : (
        <div className="svn-line-actions">
          {meant && sent !== null ? (
            <Button
              size="small"
              disabledReason={lock}
              onClick={() => put(sent.replace(/@[^=\s]+/, `@${meant}`))}
            >
              Use {meant}
            </Button>
          ) : null}
          <Button size="small" disabledReason={lock} onClick={() => put(undefined)}>
            Take out
          </Button>
          {sent === null ? null : (
            <Button size="small" disabledReason={lock} onClick={() => put(sent)}>
              Edit
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Every line of the access file that the server stored otherwise than it was sent, at its line, with the ways back (N10). */
export function StoredLines(props: StoredLinesProps) {
  const { lines } = props.differences;
  const { before, lock, onChange } = props;
  if (lines.length === 0) return null;
  const disabled = lines.filter(({ kind }) => kind === 'disabled').length;
  const what =
    disabled === lines.length
      ? `The server disabled ${disabled === 1 ? 'a rule' : `${disabled} rules`} of this file.`
      : `The server stored ${lines.length === 1 ? 'a line' : `${lines.length} lines`} otherwise.`;
  return (
    <div className="svn-stored">
      <Banner tone="danger" role="alert">
        <strong>Saved, but not as you wrote it. {what}</strong> A disabled rule grants nothing and
        forbids nothing any more.
        <ul className="svn-stored-lines">
          {lines.map((difference) => (
            <Line
              key={`${difference.line} ${difference.sent} ${difference.stored}`}
              {...props}
              difference={difference}
            />
          ))}
        </ul>
        {before === undefined || before === props.text ? null : (
          <Button size="small" disabledReason={lock} onClick={() => onChange(before)}>
            Bring back the file as it was before
          </Button>
        )}
      </Banner>
    </div>
  );
}

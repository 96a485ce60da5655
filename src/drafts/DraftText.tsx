import { sourceOf } from '~/fields/contract';
import { readingsOf } from '~/saving/draft/draftState';
import { leftIn } from '~/saving/kept/artifactParts';
import type { ListedDraft } from '~/saving/kept/list';
import type { KeptSvn } from '~/saving/kept/svnAdapter';
import { changedParts, partsOf } from '~/saving/svn/parts';
import { partLabel, partText } from '~/saving/svn/partWords';
import { settingsOf } from '~/saving/svn/svnForm';
import { toSend } from '~/saving/svn/svnSnapshot';
import { CopyButton } from '~/ui/button/CopyButton';

interface Line {
  /** Labels are not unique in a tracker. */
  key: string;
  label: string;
  text: string;
}

/** The changed parts of a repository's settings. */
function svnLines({ draft: { base, form } }: KeptSvn): Line[] {
  const stored = toSend(base.settings);
  const mine = settingsOf(form, stored);
  const parts = partsOf(mine);
  const people = new Map(
    form.notifications.flatMap(({ users }) => users.map(({ id, label }) => [id, label] as const)),
  );
  const notified = base.settings.email_notifications.flatMap(({ user_groups }) => user_groups);
  const groups = new Map(notified.map(({ id, label }) => [id, label] as const));
  return changedParts(stored, mine).map((key) => ({
    key,
    label: partLabel(key),
    text: partText(parts.get(key) ?? null, { people, groups }),
  }));
}

/** Each typed value with its label, and the comment. */
function linesOf({ artifact, blank, svn, records }: ListedDraft): Line[] {
  if (svn) return svnLines(svn);
  const draft = artifact ?? blank;
  if (!draft) return [];
  const { base, values, comment } = draft.state;
  const readings = readingsOf(base);
  const typed = [...values].flatMap(([id, value]) => {
    const reading = readings.get(id);
    if (!reading) return [];
    return [{ key: `field ${id}`, label: reading.field.label, text: sourceOf(reading, value) }];
  });
  const left = leftIn(records).map((one, at) => ({ key: `left ${at}`, ...one }));
  const lines = [...typed, ...left];
  return comment.body.trim() === ''
    ? lines
    : [...lines, { key: 'comment', label: 'Comment', text: comment.body }];
}

interface DraftTextProps {
  draft: ListedDraft;
  /** Unfolded from the start. */
  isOpen: boolean;
}

/** What was typed, to read and to copy, also where the artifact is no longer there. */
export function DraftText({ draft, isOpen }: DraftTextProps) {
  const lines = linesOf(draft);
  if (lines.length === 0) return null;
  const all = lines.map(({ label, text }) => `${label}:\n${text}`).join('\n\n');
  return (
    <details className="draft-text" open={isOpen}>
      <summary>What you typed</summary>
      <dl>
        {lines.map(({ key, label, text }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{text || 'empty'}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={all}>Copy all</CopyButton>
    </details>
  );
}

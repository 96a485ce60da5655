import { Users } from 'lucide-react';
import { changedParts } from '~/saving/svn/parts';
import { partLabel } from '~/saving/svn/partWords';
import { type SvnSnapshot, toSend } from '~/saving/svn/svnSnapshot';
import { Button } from '~/ui/button/Button';
import { CopyButton } from '~/ui/button/CopyButton';
import { UnlockButton } from '~/ui/button/UnlockButton';
import { Banner } from '~/ui/show/Banner';
import type { SvnEditor } from '../editor/editor';

/** What somebody else changed. */
export function NewerWords({ base, newer }: Record<'base' | 'newer', SvnSnapshot>) {
  const changed = changedParts(toSend(base.settings), toSend(newer.settings));
  return (
    <>
      Somebody else changed <strong>{changed.map(partLabel).join(', ')}</strong>.
    </>
  );
}

/** Says that somebody else changed the settings. It is never applied to a draft by itself. */
export function NewerSettings({ editor }: { editor: SvnEditor }) {
  const { newer, base } = editor;
  // Where a draft came back over it, its own notice says so.
  if (!newer || editor.prompt || editor.kept.reopened?.isNewer) return null;
  return (
    <Banner
      tone="warning"
      place="page"
      role="status"
      icon={<Users size={16} strokeWidth={1.75} aria-hidden="true" />}
      actions={<Button onClick={editor.mergeNow}>Merge now</Button>}
    >
      <NewerWords base={base} newer={newer} /> Your text is untouched.
    </Banner>
  );
}

/** Why nothing can be saved any more, and the way to take the text along. */
export function LockBanner({ editor, focus }: { editor: SvnEditor; focus(): void }) {
  const { lock, mine, unlock } = editor;
  if (lock === undefined) return null;
  return (
    <Banner
      tone="warning"
      role="alert"
      actions={
        <>
          {unlock ? <UnlockButton onUnlock={unlock} focus={focus} /> : null}
          <CopyButton text={mine.access_file}>Copy the access file</CopyButton>
          <CopyButton text={JSON.stringify(mine, null, 2)}>Copy all settings</CopyButton>
        </>
      }
    >
      {lock}
    </Banner>
  );
}

import { Users } from 'lucide-react';
import { explain } from '~/api/explain';
import { personName } from '~/fields/people/names';
import { changesBetween } from '~/saving/changes';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { ArtifactEditor } from '../useArtifactEditor';
import { labels } from './words';

/** Says that a newer version is there. It is never applied to a draft by itself. */
export function NewerNotice({ editor }: { editor: ArtifactEditor }) {
  const { newer, base } = editor;
  if (!newer || editor.prompt || editor.kept.isFollowing || editor.kept.reopened) return null;
  const changed = changesBetween(base.artifact.values, newer.artifact.values, base.fields);
  const fields = labels(changed.map(({ field }) => field));
  return (
    <Banner
      tone="warning"
      place="page"
      role="status"
      icon={<Users size={16} strokeWidth={1.75} aria-hidden="true" />}
      actions={
        <Button keys="Alt M" isPending={editor.isMerging} onClick={editor.mergeNow}>
          Merge now
        </Button>
      }
    >
      <strong>{personName(newer.artifact.last_update_by_user)}</strong> changed{' '}
      <strong>{fields || 'this artifact'}</strong>{' '}
      <RelativeTime value={newer.artifact.last_modified_date} />. Your text is untouched.
      {editor.mergeError ? ` ${explain(editor.mergeError, 'read the newest version').title}.` : ''}
    </Banner>
  );
}

import { Pencil } from 'lucide-react';
import type { Tracker } from '~/api/trackers';
import { personName } from '~/fields/people/names';
import { readingsOf } from '~/saving/draftState';
import type { ArtifactSnapshot } from '~/saving/snapshot';
import { Button } from '~/ui/button/Button';
import { PageHead } from '~/ui/page/PageHead';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { canEdit } from './layout/FieldRow';
import { ArtifactMenu } from './remove/ArtifactMenu';
import type { ArtifactEditor } from './useArtifactEditor';

function rights(snapshot: ArtifactSnapshot): { may: number; of: number; words: string } {
  const of = readingsOf(snapshot).size;
  const may = snapshot.fields.filter((field) => canEdit(snapshot, field)).length;
  const words =
    may === 0 ? 'you may read it, not change it' : `you may change ${may} of ${of} fields`;
  return { may, of, words };
}

/** Title, facts and the way into editing. */
export function ArtifactHead({ editor, tracker }: { editor: ArtifactEditor; tracker: Tracker }) {
  const { base, isEditing, lock } = editor;
  const { artifact } = base;
  const { may, words } = rights(base);
  return (
    <PageHead
      title={artifact.title || artifact.xref}
      facts={[
        artifact.xref,
        <>
          {personName(artifact.submitted_by_user)}, <RelativeTime value={artifact.submitted_on} />
        </>,
        <>
          changed by {personName(artifact.last_update_by_user)},{' '}
          <RelativeTime value={artifact.last_modified_date} />
        </>,
        words,
      ]}
      actions={
        <>
          <ArtifactMenu editor={editor} tracker={tracker} />
          {isEditing ? null : (
            <Button
              variant="primary"
              keys="E"
              icon={<Pencil size={16} strokeWidth={1.75} aria-hidden="true" />}
              disabledReason={
                lock ?? (may === 0 ? 'None of its fields can be changed here by you' : undefined)
              }
              onClick={editor.edit}
            >
              Edit
            </Button>
          )}
        </>
      }
    />
  );
}

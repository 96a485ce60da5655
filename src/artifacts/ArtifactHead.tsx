import { Pencil } from 'lucide-react';
import type { Tracker } from '~/api/trackers';
import type { MinimalUser } from '~/api/users';
import { personName } from '~/fields/people/names';
import { PersonLink } from '~/fields/people/PersonLink';
import { rightsInWords } from '~/saving/draft/rights';
import { Button } from '~/ui/button/Button';
import { PageHead } from '~/ui/page/PageHead';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { ArtifactEditor } from './editor/editor';
import { ArtifactMenu } from './remove/ArtifactMenu';
import { whyNotEdit } from './rights';

interface ArtifactHeadProps {
  editor: ArtifactEditor;
  tracker: Tracker;
  onEdit(): void;
}

function By({ person }: { person: MinimalUser }) {
  return <PersonLink login={person.username ?? ''}>{personName(person)}</PersonLink>;
}

/** Title, facts and the way into editing. */
export function ArtifactHead({ editor, tracker, onEdit }: ArtifactHeadProps) {
  const { base, isEditing } = editor;
  const { artifact } = base;
  return (
    <PageHead
      title={artifact.title || artifact.xref}
      facts={[
        artifact.xref,
        <>
          <By person={artifact.submitted_by_user} />, <RelativeTime value={artifact.submitted_on} />
        </>,
        <>
          changed by <By person={artifact.last_update_by_user} />,{' '}
          <RelativeTime value={artifact.last_modified_date} />
        </>,
        rightsInWords(base),
      ]}
      actions={
        <>
          <ArtifactMenu editor={editor} tracker={tracker} />
          {isEditing ? null : (
            <Button
              variant="primary"
              keys="E"
              icon={<Pencil size={16} strokeWidth={1.75} aria-hidden="true" />}
              disabledReason={whyNotEdit(editor)}
              onClick={() => onEdit()}
            >
              Edit
            </Button>
          )}
        </>
      }
    />
  );
}

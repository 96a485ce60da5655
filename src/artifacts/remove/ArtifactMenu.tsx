import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Tracker } from '~/api/trackers';
import { Menu } from '~/ui/overlay/Menu';
import { useIsAsked } from '~/ui/page/useIsAsked';
import type { ArtifactEditor } from '../useArtifactEditor';
import { RemoveDialog } from './RemoveDialog';

/** What can be done with the artifact as a whole; nothing for who does not administer its tracker (artifacts.md §5.3). */
export function ArtifactMenu({ editor, tracker }: { editor: ArtifactEditor; tracker: Tracker }) {
  const [isAsking, setIsAsking] = useState(useIsAsked('delete'));
  // Only administrators are told who may do what (trackers.md §1).
  if (tracker.permissions_for_groups === null) return null;
  return (
    <>
      <Menu
        label="More actions"
        aria-label="More actions"
        className="button-icon"
        tooltip="More actions"
        icon={<Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />}
        items={[
          {
            key: 'delete',
            label: 'Delete…',
            isDangerous: true,
            icon: <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />,
            onSelect: () => setIsAsking(true),
          },
        ]}
      />
      {isAsking ? (
        <RemoveDialog
          base={editor.base}
          summary={editor.summary}
          onDeleted={editor.discard}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}

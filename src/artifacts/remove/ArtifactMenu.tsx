import { Ellipsis, GitCompareArrows, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Tracker } from '~/api/trackers';
import { paths } from '~/paths';
import { Menu } from '~/ui/overlay/Menu';
import { useIsAsked } from '~/ui/page/useIsAsked';
import type { ArtifactEditor } from '../useArtifactEditor';
import { RemoveDialog } from './RemoveDialog';

/** What can be done with the artifact as a whole; deleting is for who administers its tracker (artifacts.md §5.3). */
export function ArtifactMenu({ editor, tracker }: { editor: ArtifactEditor; tracker: Tracker }) {
  const [isAsking, setIsAsking] = useState(useIsAsked('delete'));
  const navigate = useNavigate();
  // Only administrators are told who may do what (trackers.md §1).
  const isAdmin = tracker.permissions_for_groups !== null;
  const { id } = editor.base.artifact;
  const deletion = {
    key: 'delete',
    label: 'Delete…',
    isDangerous: true,
    icon: <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />,
    onSelect: () => setIsAsking(true),
  };
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
            key: 'compare',
            label: 'Compare with another…',
            icon: <GitCompareArrows size={16} strokeWidth={1.75} aria-hidden="true" />,
            onSelect: () => void navigate(paths.compareArtifacts({ a: String(id) })),
          },
          ...(isAdmin ? [deletion] : []),
        ]}
      />
      {isAsking && isAdmin ? (
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

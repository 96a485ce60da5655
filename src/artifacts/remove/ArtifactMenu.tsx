import { Ellipsis, FolderInput, GitCompareArrows, Rows3, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Tracker } from '~/api/trackers';
import { paths } from '~/paths';
import { latePart, NotLoaded } from '~/ui/latePart';
import { LateDialog } from '~/ui/overlay/LateDialog';
import { Menu } from '~/ui/overlay/Menu';
import { useIsAsked } from '~/ui/page/useIsAsked';
import { useCopyItems } from '../copy/useCopyItems';
import type { ArtifactEditor } from '../editor/editor';
import { setDense, useIsDense } from '../layout/density';
import { RemoveDialog } from './RemoveDialog';

// Few copy or move.
const CopyDialog = latePart(async () => (await import('../copy/CopyDialog')).CopyDialog, NotLoaded);
const MoveDialog = latePart(async () => (await import('../move/MoveDialog')).MoveDialog, NotLoaded);

/** What can be done with the artifact as a whole; moving and deleting are for who administers its tracker (artifacts.md §5.3). */
export function ArtifactMenu({ editor, tracker }: { editor: ArtifactEditor; tracker: Tracker }) {
  const isAskedToDelete = useIsAsked('delete');
  const [open, setOpen] = useState<'delete' | 'move' | 'copy' | null>(
    isAskedToDelete ? 'delete' : null,
  );
  const close = () => setOpen(null);
  const copyItems = useCopyItems(editor.base, () => setOpen('copy'));
  const isDense = useIsDense();
  const navigate = useNavigate();
  // Only administrators are told who may do what (trackers.md §1).
  const isAdmin = tracker.permissions_for_groups !== null;
  const { id, xref } = editor.base.artifact;
  const deletion = {
    key: 'delete',
    label: 'Delete…',
    isDangerous: true,
    icon: <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />,
    onSelect: () => setOpen('delete'),
  };
  const moving = {
    key: 'move',
    label: 'Move to another tracker…',
    icon: <FolderInput size={16} strokeWidth={1.75} aria-hidden="true" />,
    onSelect: () => setOpen('move'),
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
          {
            key: 'dense',
            label: isDense ? 'Fields with more room' : 'Dense fields',
            note: isDense ? 'labels above their values' : 'more on one screen',
            icon: <Rows3 size={16} strokeWidth={1.75} aria-hidden="true" />,
            onSelect: () => setDense(!isDense),
          },
          ...copyItems,
          ...(isAdmin ? [moving, deletion] : []),
        ]}
      />
      <LateDialog
        title={open === 'copy' ? `Copy ${xref}` : `Move ${xref} to another tracker`}
        isOpen={open === 'copy' || open === 'move'}
        onClose={close}
      >
        {open === 'copy' ? <CopyDialog artifact={editor.base.artifact} onClose={close} /> : null}
        {open === 'move' && isAdmin ? (
          <MoveDialog base={editor.base} summary={editor.summary} onClose={close} />
        ) : null}
      </LateDialog>
      {open === 'delete' && isAdmin ? (
        <RemoveDialog
          base={editor.base}
          summary={editor.summary}
          onDeleted={editor.discard}
          onClose={close}
        />
      ) : null}
    </>
  );
}

import type { Session } from '~/api/session';
import { formatBytes } from '~/lib/numbers';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import { ownerWords } from './DataGroup';
import { byOwner, type DataLine, type Inventory } from './inventory';

/** What a question would wipe. `whole`: everything, also what cannot be read. */
export interface Asked {
  title: string;
  lines: readonly DataLine[];
  isWhole: boolean;
  /** This becomes a shared computer with it. */
  isSharing: boolean;
}

interface WipeDialogProps {
  asked: Asked;
  inventory: Inventory;
  session: Session | null;
  isPending: boolean;
  onCancel(): void;
  onConfirm(): void;
}

/** Asks before anything goes, and names each kind of it with how many and how large. */
export function WipeDialog(props: WipeDialogProps) {
  const { asked, inventory, session, isPending, onCancel, onConfirm } = props;
  return (
    <ConfirmDialog
      title={asked.title}
      confirmLabel={asked.isSharing ? 'Keep nothing and wipe' : 'Wipe'}
      cancelLabel="Keep it"
      isDangerous
      isPending={isPending}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <p>This goes from this browser, and cannot be undone:</p>
      <ul className="data-goes">
        {byOwner({ ...inventory, lines: asked.lines }).flatMap(({ owner, lines }) =>
          lines.map(({ id, what, count, bytes: size }) => (
            <li key={id}>
              {count === null ? '' : `${count} × `}
              {what} ({ownerWords(owner, session)}), {formatBytes(size)}
            </li>
          )),
        )}
      </ul>
      <p>What was saved on the server stays there.</p>
    </ConfirmDialog>
  );
}

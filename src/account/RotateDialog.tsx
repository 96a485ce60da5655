import { explain } from '~/api/explain';
import type { AccessKey } from '~/api/signIn/accessKeys';
import { plannedRotation, type Rotation, rotateAccessKey } from '~/api/signIn/rotate';
import { useOneMutation } from '~/api/useOneMutation';
import { ShowRequest } from '~/requests/ShowRequest';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { nameOf } from './keyFacts';

interface RotateDialogProps {
  accessKey: AccessKey;
  onClose(): void;
  onRotated(rotation?: Rotation): void;
}

/** Replaces the key in use: make, go on with the new one, revoke the old one. */
export function RotateDialog({ accessKey, onClose, onRotated }: RotateDialogProps) {
  const rotate = useOneMutation({
    mutationFn: () => rotateAccessKey(accessKey),
    // The answer is a secret: no cache keeps it.
    gcTime: 0,
    onSuccess: (rotation) => onRotated(rotation ?? undefined),
  });
  return (
    <ConfirmDialog
      title={`Rotate ${nameOf(accessKey)}?`}
      confirmLabel="Rotate"
      isPending={rotate.isPending}
      note={<ShowRequest look="text" plan={() => plannedRotation(accessKey)} />}
      onConfirm={() => rotate.mutate()}
      onCancel={onClose}
    >
      <p>
        A new key with the same scopes is made and used here from then on; then the old one is
        revoked. Other programs that use the old one need the new one.
      </p>
      {rotate.isError ? <ErrorPanel words={explain(rotate.error, 'make the new key')} /> : null}
    </ConfirmDialog>
  );
}

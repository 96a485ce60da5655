import { explain } from '~/api/explain';
import { type AccessKey, deleteAccessKeyWrite, revokeAccessKey } from '~/api/signIn/accessKeys';
import { useOneMutation } from '~/api/useOneMutation';
import { ShowRequest } from '~/requests/ShowRequest';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { nameOf } from './keyFacts';

interface RevokeDialogProps {
  accessKey: AccessKey;
  isInUse: boolean;
  onClose(): void;
  onRevoked(): void;
}

/** Asks before a key is revoked: nothing brings it back. */
export function RevokeDialog({ accessKey, isInUse, onClose, onRevoked }: RevokeDialogProps) {
  const revoke = useOneMutation({
    mutationFn: () => revokeAccessKey(accessKey),
    onSuccess: onRevoked,
  });
  return (
    <ConfirmDialog
      title={`Revoke ${nameOf(accessKey)}?`}
      confirmLabel="Revoke"
      isDangerous
      isPending={revoke.isPending}
      note={<ShowRequest look="text" plan={() => [deleteAccessKeyWrite(accessKey.id)]} />}
      onConfirm={() => revoke.mutate()}
      onCancel={onClose}
    >
      {isInUse ? (
        <p>
          You are signed in with this key: you will have to sign in again. To go on without, rotate
          it instead.
        </p>
      ) : (
        <p>Whatever uses it is signed out at once. It cannot be brought back.</p>
      )}
      {revoke.isError ? <ErrorPanel words={explain(revoke.error, 'revoke the key')} /> : null}
    </ConfirmDialog>
  );
}

import type { Rotation } from '~/api/signIn/rotate';
import { Button } from '~/ui/button/Button';
import { CopyButton } from '~/ui/button/CopyButton';
import { Banner } from '~/ui/show/Banner';

interface ShownOnceProps {
  rotation: Rotation;
  onDone(): void;
}

/** A key just made: shown until it is put away, and never again. */
export function ShownOnce({ rotation, onDone }: ShownOnceProps) {
  return (
    <Banner
      tone={rotation.isOldRevoked ? 'success' : 'warning'}
      role="status"
      actions={
        <>
          <CopyButton text={rotation.key}>Copy</CopyButton>
          <Button size="small" variant="quiet" onClick={onDone}>
            Put it away
          </Button>
        </>
      }
    >
      <p>This key is shown once. Copy it now; the server does not show it again.</p>
      <code className="keys-secret">{rotation.key}</code>
      {rotation.isOldRevoked ? null : (
        <p>It is in use here already, but the old one could not be revoked. Revoke it below.</p>
      )}
    </Banner>
  );
}

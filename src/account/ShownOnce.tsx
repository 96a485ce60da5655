import { useState } from 'react';
import type { Rotation } from '~/api/signIn/rotate';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';

interface ShownOnceProps {
  rotation: Rotation;
  onDone(): void;
}

/** A key just made: shown until it is put away, and never again. */
export function ShownOnce({ rotation, onDone }: ShownOnceProps) {
  const [copy, setCopy] = useState<'none' | 'done' | 'failed'>('none');
  return (
    <Banner
      tone={rotation.isOldRevoked ? 'success' : 'warning'}
      role="status"
      actions={
        <>
          <Button
            size="small"
            onClick={async () => {
              await navigator.clipboard.writeText(rotation.key).then(
                () => setCopy('done'),
                () => setCopy('failed'),
              );
            }}
          >
            {copy === 'done' ? 'Copied' : 'Copy'}
          </Button>
          <Button size="small" variant="quiet" onClick={onDone}>
            Put it away
          </Button>
        </>
      }
    >
      <p>This key is shown once. Copy it now; the server does not show it again.</p>
      <code className="keys-secret">{rotation.key}</code>
      {copy === 'failed' ? <p>The browser did not allow copying. Select it and copy it.</p> : null}
      {rotation.isOldRevoked ? null : (
        <p>It is in use here already, but the old one could not be revoked. Revoke it below.</p>
      )}
    </Banner>
  );
}

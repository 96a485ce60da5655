import { Lock } from 'lucide-react';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import '../view.css';

/** That there is a secret, not the secret: only the holder of the tracker's private key can read it. */
export function EncryptedView({ value }: ViewProps<string>) {
  if (value === '') return <Empty />;
  return (
    <span className="value-with-icon">
      <Lock size={16} strokeWidth={1.75} aria-hidden="true" />
      Encrypted, readable with the tracker’s private key only
    </span>
  );
}

import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '~/ui/button/Button';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';

/** Copies `text()`; says so, also where the browser does not allow it. */
export function CopyButton({ text, children }: { text(): string; children: ReactNode }) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('The browser does not let this page copy'),
    );
  }
  return (
    <>
      <Button
        icon={<Copy size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {said === 'Copied' ? said : children}
      </Button>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  );
}

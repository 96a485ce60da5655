import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { VisuallyHidden } from '../show/VisuallyHidden';
import { Button } from './Button';

interface CopyButtonProps {
  text: string;
  /** What is copied, as it stands on the button: "Copy", "Copy the address". */
  children: string;
  disabledReason?: string | undefined;
}

/** Puts a text on the clipboard and says so, or that the browser does not allow it. */
export function CopyButton({ text, children, disabledReason }: CopyButtonProps) {
  const [copied, setCopied] = useState<{ text: string; isDone: boolean } | null>(null);
  // Another text than the one that was copied is not copied yet.
  const last = copied?.text === text ? copied : null;
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true };
  return (
    <>
      <Button
        size="small"
        icon={last?.isDone ? <Check {...icon} /> : <Copy {...icon} />}
        disabledReason={disabledReason}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setCopied({ text, isDone: true }),
            () => setCopied({ text, isDone: false }),
          )
        }
      >
        {last?.isDone ? 'Copied' : children}
      </Button>
      {last && !last.isDone ? (
        <span className="meta soft" role="status">
          The browser does not allow copying; select the text instead.
        </span>
      ) : (
        <VisuallyHidden>
          <span role="status">{last ? 'Copied' : ''}</span>
        </VisuallyHidden>
      )}
    </>
  );
}

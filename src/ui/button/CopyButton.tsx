import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../copyText';
import { VisuallyHidden } from '../show/VisuallyHidden';
import { Button, type ButtonProps } from './Button';
import { IconButton } from './IconButton';

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'disabledReason'> {
  text: string;
  /** What is copied, as it stands on the button: "Copy", "Copy the address". */
  children: string;
  /** Only the sign, with the words as its name: inside a line of text. */
  isIcon?: boolean;
}

/** Puts a text on the clipboard: says that it was copied, or that the browser does not allow it. */
export function CopyButton({
  text,
  children,
  isIcon = false,
  size = 'small',
  ...look
}: CopyButtonProps) {
  const [copied, setCopied] = useState<{ text: string; isDone: boolean } | null>(null);
  // Another text than the one that was copied is not copied yet.
  const last = copied?.text === text ? copied : null;
  const icon = { size: size === 'small' ? 14 : 16, strokeWidth: 1.75, 'aria-hidden': true };
  const button = {
    ...look,
    size,
    icon: last?.isDone ? <Check {...icon} /> : <Copy {...icon} />,
    onClick: async () => setCopied({ text, isDone: await copyText(text) }),
  };
  const words = last?.isDone ? 'Copied' : children;
  return (
    <>
      {isIcon ? <IconButton {...button} label={words} /> : <Button {...button}>{words}</Button>}
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

import { type ReactNode, useState } from 'react';
import { Button } from '../button/Button';
import { ConfirmDialog } from '../overlay/ConfirmDialog';

interface DiscardButtonProps {
  /** Names what would be lost; undefined for nothing: then nobody is asked. */
  question: string | undefined;
  disabledReason: string | undefined;
  onDiscard(): void;
  /** What comes of it, in sentences. */
  children: ReactNode;
}

/** Throws away what was typed, once the person has said yes to the question about it. */
export function DiscardButton({
  question,
  disabledReason,
  onDiscard,
  children,
}: DiscardButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        disabledReason={disabledReason}
        onClick={() => (question === undefined ? onDiscard() : setIsAsking(true))}
      >
        Discard
      </Button>
      {isAsking && question !== undefined ? (
        <ConfirmDialog
          title={question}
          confirmLabel="Discard"
          cancelLabel="Keep editing"
          isDangerous
          onConfirm={() => {
            setIsAsking(false);
            onDiscard();
          }}
          onCancel={() => setIsAsking(false)}
        >
          {children}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

import { X } from 'lucide-react';
import { createContext, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '../button/IconButton';
import './dialog.css';

/** The open dialog's element: popups of the kit are put into it, as nothing outside a modal dialog can be reached. */
export const DialogElement = createContext<HTMLElement | null>(null);

export interface DialogProps {
  title: string;
  /** The title for the eye, where it is more than a text; the dialog's name stays `title`. */
  heading?: ReactNode;
  /** Beside the cross. */
  headActions?: ReactNode;
  /** A line under the title. */
  facts?: ReactNode;
  /** Escape, the cross, or the caller's own buttons. The caller then stops rendering the dialog. */
  onClose(): void;
  /** At the right of the foot: the ways out and one primary. */
  actions?: ReactNode;
  /** At the left of the foot. */
  note?: ReactNode;
  /** `sheet`: at the right edge, as high as the window; `side`: the same for reading, narrower. */
  size?: 'small' | 'normal' | 'roomy' | 'wide' | 'full' | 'sheet' | 'side';
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
}

/**
 * A modal dialog on the browser's own `<dialog>`: the page behind it is inert, focus stays inside and returns to where
 * it was. Rendered = open. The dialog's name is its title, which has the focus unless something in it asks for it with
 * `data-autofocus`.
 */
export function Dialog({
  title,
  heading,
  headActions,
  facts,
  onClose,
  actions,
  note,
  size = 'normal',
  role = 'dialog',
  children,
}: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const opened = dialog.current;
    if (opened && !opened.open) opened.showModal();
    const wanted = opened?.querySelector<HTMLElement>('[data-autofocus]');
    (wanted ?? opened?.querySelector<HTMLElement>('h2'))?.focus();
    // A dialog whose code came late may open after the one that signs in again: under it nothing else can be done. A question
    // is not late: it was asked from there, by signing out.
    const above = document.querySelector<HTMLDialogElement>('dialog[open][data-stays-above]');
    if (opened?.role !== 'alertdialog') {
      above?.close();
      above?.showModal();
    }
    setElement(opened);
    return () => {
      opened?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role}
      className="dialog"
      aria-labelledby={id}
      data-react-aria-top-layer="true"
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <DialogElement value={element}>
        <div className={`dialog-box dialog-${size}`}>
          <header className="dialog-head">
            <div>
              <h2 id={id} tabIndex={-1} aria-label={heading ? title : undefined}>
                {heading ?? title}
              </h2>
              {facts ? <div className="dialog-facts">{facts}</div> : null}
            </div>
            <div className="dialog-head-actions">
              {headActions}
              <IconButton
                label="Close"
                icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
                onClick={onClose}
              />
            </div>
          </header>
          <div className="dialog-body">{children}</div>
          {actions || note ? (
            <footer className="dialog-foot">
              <div className="dialog-note">{note}</div>
              {actions}
            </footer>
          ) : null}
        </div>
      </DialogElement>
    </dialog>
  );
}

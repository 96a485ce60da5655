import { Undo2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { TextButton } from '~/ui/button/TextButton';

interface SectionProps {
  title: string;
  /** What this is about, in a sentence. */
  note?: ReactNode;
  children: ReactNode;
}

/** A group of settings under its heading. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section className="svn-section" aria-labelledby={id}>
      <div className="svn-section-head">
        <h2 id={id}>{title}</h2>
        {note ? <p className="soft">{note}</p> : null}
      </div>
      {children}
    </section>
  );
}

interface PartProps {
  /** The control's key: where the summary of problems jumps to. */
  control: string;
  isChanged: boolean;
  children: ReactNode;
}

/** The place of one control, with the mark of a change. */
export function Part({ control, isChanged, children }: PartProps) {
  return (
    <div className={`svn-part${isChanged ? ' svn-part-changed' : ''}`} data-control={control}>
      {children}
    </div>
  );
}

interface ChangedProps {
  label: string;
  onUndo: (() => void) | undefined;
}

/** The word "Changed" at a label; a click takes the change back. */
export function Changed({ label, onUndo }: ChangedProps) {
  if (!onUndo) return null;
  return (
    <TextButton
      aria-label={`Changed: undo the change of ${label}`}
      data-tooltip="Undo this change"
      onClick={onUndo}
    >
      Changed
      <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
    </TextButton>
  );
}

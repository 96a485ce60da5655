import { Plus } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { ShowRequest } from '~/requests/ShowRequest';
import { plannedUpload } from './plannedUpload';
import { useFileDrop } from './useFileDrop';
import './upload.css';

interface FilePickerProps {
  /** Of the file input. */
  id: string;
  /** The id of the field's label: it names the control. */
  labelledBy: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  onFiles(files: readonly File[]): void;
  /** What the field holds already; a drop anywhere on it counts. */
  children: ReactNode;
}

/** Where files are added: by the picker, dropped on the field, or pasted while something in it has the focus. */
export function FilePicker(props: FilePickerProps) {
  const { id, labelledBy, describedBy, isInvalid, onFiles, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(box, onFiles);
  return (
    <div ref={box} className={`file-picker${isOver ? ' file-picker-over' : ''}`}>
      {children}
      <div className="file-picker-line">
        <label className="button button-secondary button-small">
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          Add files
          <input
            id={id}
            type="file"
            multiple
            className="visually-hidden"
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            aria-invalid={isInvalid || undefined}
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              // The same file may be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <span className="meta soft">{isOver ? 'Drop to add' : 'or drop or paste them here'}</span>
        <ShowRequest
          plan={plannedUpload}
          size="small"
          note="Number 0 stands for the number that the first answer gives. The file is attached by the save."
        />
      </div>
    </div>
  );
}

import { Paperclip } from 'lucide-react';
import { formatBytes } from '~/lib/numbers';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import type { FileDescription } from './fileField';
import '../view.css';

/** The attached files with size, who attached them and their description. */
export function FileView({ value }: ViewProps<readonly FileDescription[]>) {
  if (value.length === 0) return <Empty />;
  return (
    <ul className="value-list">
      {value.map((file) => (
        <li key={file.id} className="value-row">
          <span className="value-with-icon">
            <Paperclip size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className="value">{file.name}</span>
          </span>
          <span className="meta tabular">
            {formatBytes(file.size)} · by user #{file.submitted_by}
          </span>
          {file.description ? <span className="meta">{file.description}</span> : null}
        </li>
      ))}
    </ul>
  );
}

export function FileCell({ value }: ViewProps<readonly FileDescription[]>) {
  if (value.length === 0) return null;
  const count = value.length === 1 ? '1 file' : `${value.length} files`;
  return (
    <span className="value-with-icon" data-tooltip={value.map(({ name }) => name).join(', ')}>
      <Paperclip size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className="tabular">{count}</span>
    </span>
  );
}

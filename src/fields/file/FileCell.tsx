import { Paperclip } from 'lucide-react';
import { visibleName } from '~/attachments/names/visibleName';
import type { ViewProps } from '../contract';
import type { Files } from './fileField';
import '../view.css';

/** In a table: how many files there are, and which. */
export function FileCell({ value }: ViewProps<Files>) {
  if (value.length === 0) return null;
  const count = value.length === 1 ? '1 file' : `${value.length} files`;
  const names = value.map(({ name }) => visibleName(name)).join(', ');
  return (
    <span className="value-with-icon" data-tooltip={names}>
      <Paperclip size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className="tabular">{count}</span>
    </span>
  );
}

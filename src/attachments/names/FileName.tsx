import { nameParts } from './visibleName';
import './file-name.css';

/**
 * The name of a file as it really is: isolated from the direction of the text around it, hidden signs made visible, and
 * its extension in view however narrow the place is.
 */
export function FileName({ name }: { name: string }) {
  const { stem, extension } = nameParts(name);
  return (
    <bdi className="file-name">
      <span className="file-name-stem">{stem}</span>
      {extension === '' ? null : <span>{extension}</span>}
    </bdi>
  );
}

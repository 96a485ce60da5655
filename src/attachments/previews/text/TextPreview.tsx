import { useMemo } from 'react';
import { CHUNK } from '~/api/files';
import { formatBytes } from '~/lib/numbers';
import { visibleName } from '../../names/visibleName';
import type { HeadProps, Named, PreviewKind } from '../contract';
import { imageFacts } from '../image/imageFacts';
import { decodeText } from './decodeText';
import { textPieces } from './textPieces';

/** What a thumbnail can show. */
const THUMB_SIGNS = 600;

/** What scrolls has to be reachable by keyboard (WCAG 2.1.1). */
const reachable = { tabIndex: 0 } as const;

function read(head: Uint8Array, file: Named) {
  return decodeText(head, file.size <= head.length);
}

/** The first MiB of a text as text: whatever markup is in it stays letters. */
function TextPreview({ file, head, place }: HeadProps) {
  const decoded = useMemo(() => read(head, file), [head, file]);
  const text = decoded?.text ?? '';
  const pieces = useMemo(() => (place === 'thumb' ? [] : textPieces(text)), [text, place]);
  if (place === 'thumb') {
    return <span className="preview-thumb-text">{text.slice(0, THUMB_SIGNS)}</span>;
  }
  if (text === '') return <p className="preview-none">This file is empty.</p>;
  return (
    <section
      className={`preview-text preview-text-${place}`}
      aria-label={`Text of ${visibleName(file.name)}`}
      {...reachable}
    >
      {pieces.map((piece) => (
        <pre key={piece.at}>{piece.text}</pre>
      ))}
      {file.size > head.length ? (
        <p className="meta soft">
          This is the first {formatBytes(CHUNK)} of {formatBytes(file.size)}. Download it to see the
          rest.
        </p>
      ) : null}
    </section>
  );
}

export const textPreview: PreviewKind = {
  id: 'text',
  needs: 'head',
  // A picture that is refused or damaged is not letters either.
  accepts: (head, file) => !imageFacts(head) && read(head, file) !== null,
  words(head, file) {
    const decoded = read(head, file);
    if (!decoded || file.size === 0) return 'Empty file';
    if (file.size > head.length) return `Text, ${decoded.encoding}`;
    const lines = decoded.text.replace(/(\r\n?|\n)$/, '').split(/\r\n?|\n/).length;
    return `Text, ${decoded.encoding}, ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  },
  Preview: TextPreview,
};

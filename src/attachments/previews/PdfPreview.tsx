import { useMemo } from 'react';
import { useObjectUrl } from '../bytes/useObjectUrl';
import { visibleName } from '../names/visibleName';
import { CannotShow } from './CannotShow';
import type { PreviewKind, WholeProps } from './contract';

const MOST_BYTES = 134_217_728;

const signature = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** Exactly at the start: a file that is something else first is not given to the PDF viewer. */
function isPdf(head: Uint8Array): boolean {
  return signature.every((byte, at) => head[at] === byte);
}

/**
 * A PDF in the browser's own viewer, which runs in a process of its own. The frame has no `sandbox`, as Chromium then
 * refuses the viewer; so it is only for blobs that begin as a PDF and that we typed (reliability M13).
 */
function PdfPreview({ file, whole, place }: WholeProps) {
  const blob = useMemo(() => whole.slice(0, whole.size, 'application/pdf'), [whole]);
  const url = useObjectUrl(blob);
  if (place === 'thumb') return null;
  if (!navigator.pdfViewerEnabled) {
    return <CannotShow>This browser has no viewer for PDF files.</CannotShow>;
  }
  return url === null ? null : (
    <iframe
      className={`preview-pdf preview-pdf-${place}`}
      src={url}
      title={visibleName(file.name)}
    />
  );
}

export const pdfPreview: PreviewKind = {
  id: 'pdf',
  needs: 'whole',
  most: MOST_BYTES,
  accepts: isPdf,
  words: (head) => {
    const version = /^%PDF-(\d\.\d)/.exec(String.fromCharCode(...head.subarray(0, 8)))?.[1];
    return version === undefined ? 'PDF document' : `PDF document, version ${version}`;
  },
  Preview: PdfPreview,
};

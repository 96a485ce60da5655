import type { Named, PreviewKind } from './contract';
import { imagePreview } from './image/ImagePreview';
import { noPreview } from './NoPreview';
import { pdfPreview } from './PdfPreview';
import { textPreview } from './text/TextPreview';

/** Every preview; the first that accepts a file shows it. */
export const previews: readonly PreviewKind[] = [imagePreview, pdfPreview, textPreview, noPreview];

/** The preview of a file, by its first bytes and its name. */
export function previewOf(head: Uint8Array, file: Named): PreviewKind {
  return previews.find((preview) => preview.accepts(head, file)) ?? noPreview;
}

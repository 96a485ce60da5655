import { extensionOf } from '../names/visibleName';
import type { Named, PreviewKind } from './contract';
import { previewOf } from './registry';

/** Extensions that promise a certain kind, and the word by which the kind's own description begins. */
const promises: Readonly<Record<string, string>> = {
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  svg: 'SVG',
  pdf: 'PDF',
};

export interface Description {
  preview: PreviewKind;
  /** What the file is, by its bytes. */
  words: string;
  /** The name promises something else. */
  isMislabelled: boolean;
}

/** What a file really is, and how to show it. The type that the server gives is the uploader's word and not asked. */
export function describe(head: Uint8Array, file: Named): Description {
  const preview = previewOf(head, file);
  const words = preview.words(head, file);
  const promised = promises[extensionOf(file.name)];
  const isMislabelled = file.size > 0 && promised !== undefined && !words.startsWith(promised);
  return { preview, words, isMislabelled };
}

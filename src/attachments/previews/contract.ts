import type { ReactNode } from 'react';
import type { FileInfo } from '~/api/files';

/** What a preview may go by: the name, and what the file says about itself. Never the type that the server gives. */
export type Named = Pick<FileInfo, 'name' | 'size'>;

/** `thumb`: 80 × 52, without text · `inline`: in the page, of limited height · `viewer`: the whole window. */
export type PreviewPlace = 'thumb' | 'inline' | 'viewer';

interface PreviewFacts {
  id: string;
  /** Whether this preview shows a file with this name whose first bytes (at most a MiB) are `head`. */
  accepts(head: Uint8Array, file: Named): boolean;
  /** What the file is, in a few words: `PNG image, 320 × 200`. */
  words(head: Uint8Array, file: Named): string;
}

export interface HeadProps {
  file: FileInfo;
  head: Uint8Array<ArrayBuffer>;
  place: PreviewPlace;
}

export interface WholeProps extends HeadProps {
  whole: Blob;
}

/**
 * One way to show a file. Method syntax on purpose, as in the contract of fields. `needs` says whether the first bytes
 * are enough, or the whole file has to be read first; a file over `most` bytes is then only offered as a download.
 */
export type PreviewKind =
  | (PreviewFacts & { needs: 'head'; Preview(props: HeadProps): ReactNode })
  | (PreviewFacts & { needs: 'whole'; most: number; Preview(props: WholeProps): ReactNode });

import {
  deleteTemporaryFile,
  type FileInfo,
  postTemporaryFile,
  putTemporaryFile,
  type Quota,
  readChunk,
  readTemporaryFiles,
  type StoredChunk,
} from '~/api/files';

/** The server as an upload sees it. All throw `ApiError`. */
export interface UploadPort {
  /** The person's own files that are attached to nothing. */
  list(): Promise<{ files: readonly FileInfo[]; quota: Quota | null }>;
  begin(facts: { name: string; mimetype: string }, bytes: Uint8Array): Promise<StoredChunk>;
  add(id: number, chunk: number, bytes: Uint8Array): Promise<StoredChunk>;
  /** The first chunk as it is stored. */
  readFirst(file: FileInfo): Promise<Uint8Array>;
  remove(id: number): Promise<void>;
}

/** Temporary files of a Tuleap (attachments.md §4). */
export const restUploadPort: UploadPort = {
  list: () => readTemporaryFiles(),
  begin: postTemporaryFile,
  add: putTemporaryFile,
  readFirst: async (file) => (await readChunk(file, 0)).bytes,
  remove: deleteTemporaryFile,
};

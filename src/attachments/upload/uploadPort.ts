import { type FileInfo, readChunk } from '~/api/files';
import { oneProfile } from '~/api/signIn/oneProfile';
import {
  deleteTemporaryFile,
  postTemporaryFile,
  putTemporaryFile,
  type Quota,
  readTemporaryFiles,
  type StoredChunk,
} from '~/api/temporaryFiles';

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

/** Temporary files of a Tuleap (attachments.md §4), for the profile of now only (features C1): every chunk is a request. */
export function restUploadPort(): UploadPort {
  const { read, write } = oneProfile();
  return {
    list: read(() => readTemporaryFiles()),
    begin: write(postTemporaryFile),
    add: write(putTemporaryFile),
    readFirst: read(async (file: FileInfo) => (await readChunk(file, 0)).bytes),
    remove: write(deleteTemporaryFile),
  };
}

import { CHUNK } from '~/api/files';

/** The number of the chunk that begins after `sent` bytes; the POST is 1 (live-facts.md, Writes). */
export function chunkNumber(sent: number): number {
  return Math.floor(sent / CHUNK) + 1;
}

/** Where the chunk that begins after `sent` bytes ends. */
export function chunkEnd(sent: number, size: number): number {
  return Math.min(size, sent + CHUNK);
}

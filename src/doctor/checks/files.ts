import { type Bench, headerOf, isPage } from '../bench';
import { amber, type Check, described, green, readOnly, red, unknown } from '../check';

/** Whether resumable uploads (tus) reach Tuleap; any id will do (attachments/39). */
export const uploadCheck: Check = {
  id: 'upload',
  title: 'Resumable upload',
  group: 'Files',
  async run(bench) {
    // OPTIONS stores nothing, but the switch promises that nothing but GET leaves (features C8).
    if (bench.isReadOnly) return readOnly;
    const came = await bench.ask({
      method: 'OPTIONS',
      path: '/uploads/tracker/file/1',
      headers: { 'Tus-Resumable': '1.0.0' },
    });
    if (headerOf(came, 'tus-version') !== null)
      return green('The server takes up an upload where it broke off.');
    return amber({
      came: `/uploads is answered ${described(came)}.`,
      without: 'Files go up in pieces through /api; one that breaks off begins its piece anew.',
      mend: 'Pass /uploads on with all its methods (HEAD, PATCH, POST, DELETE, OPTIONS).',
      topic: 'pass',
    });
  },
};

/** What Parterre sends at once (`api/files.ts`): the largest piece that a Tuleap takes by default. */
const CHUNK = 1_048_576;
const MEGABYTE = 1_048_576;

const numberOf = (text: string | null): number => Number(text ?? Number.NaN);

const askTemporaryFiles = (bench: Bench) =>
  bench.ask({ method: 'GET', path: '/api/artifact_temporary_files?limit=1' });

/** The largest piece of a file that the server takes. */
export const chunkCheck: Check = {
  id: 'chunk',
  title: 'Piece of a file',
  group: 'Files',
  async run(bench) {
    if (!bench.person) return unknown('Not tested: nobody is signed in.');
    const limit = numberOf(headerOf(await askTemporaryFiles(bench), 'x-upload-max-file-chunksize'));
    if (Number.isNaN(limit)) return unknown('Not known: the header that tells it cannot be read.');
    if (limit >= CHUNK)
      return green(`Up to ${Math.round(limit / 1024).toLocaleString()} KiB at once.`);
    return red({
      came: `The server takes ${Math.round(limit / 1024).toLocaleString()} KiB at once.`,
      without: 'Larger files are refused: Parterre sends them in pieces of 1,024 KiB.',
      mend: 'Ask whoever runs Tuleap to raise the size of a piece to 1,048,576 bytes.',
    });
  },
};

const NEARLY = 0.9;

/** How much of the person's room for files on their way is taken. */
export const quotaCheck: Check = {
  id: 'quota',
  title: 'Room for uploads',
  group: 'Files',
  async run(bench) {
    if (!bench.person) return unknown('Not tested: nobody is signed in.');
    const came = await askTemporaryFiles(bench);
    const [limit, used] = [headerOf(came, 'x-quota'), headerOf(came, 'x-disk-usage')].map(numberOf);
    if (limit === undefined || used === undefined || Number.isNaN(limit + used)) {
      return unknown('Not known: the headers that tell it cannot be read.');
    }
    const room = `${Math.round(used / MEGABYTE)} of ${Math.round(limit / MEGABYTE)} MiB in use.`;
    if (used < limit * NEARLY) return green(room);
    return amber({
      came: room,
      without: 'The next large file may be refused.',
      mend: 'Take back files that are attached to nothing; the server clears them after some days too.',
    });
  },
};

/** A piece of a file as it goes up: base64 makes four bytes of three. */
const BODY = Math.ceil(CHUNK / 3) * 4;

/** Whether a whole piece passes the proxy: sent to a route that takes no body at all (errors/06: 405). */
export const bodyCheck: Check = {
  id: 'body',
  title: 'Large requests',
  group: 'Files',
  costs: 'It sends 1.4 MB.',
  async run(bench) {
    if (bench.isReadOnly) return readOnly;
    const body = { content: 'A'.repeat(BODY) };
    const came = await bench.ask({ method: 'POST', path: '/api/version', body, isAnonymous: true });
    if (came.kind === 'answer' && came.status === 405)
      return green('A whole piece of a file passes.');
    return red({
      came: `A request of 1.4 MB is answered ${described(came)}.`,
      without: 'No file over 768 KiB can be attached, and no very long text saved.',
      mend: 'Let requests of at least 2 MiB through.',
      topic: 'body',
    });
  },
};

/** Whether attachments come in one stream: asked for one that no server has. */
export const downloadCheck: Check = {
  id: 'download',
  title: 'Download',
  group: 'Files',
  async run(bench) {
    const path = '/plugins/tracker/attachments/0-parterre-doctor';
    if (bench.isFar) {
      return amber({
        came: 'From another address files come in pieces only.',
        without: 'Large files open more slowly.',
        mend: 'Serve Parterre and Tuleap at one address with the proxy text.',
        topic: 'all',
      });
    }
    const came = await bench.ask({ method: 'GET', path });
    if (came.kind === 'answer' && came.status === 404 && isPage(came)) {
      return green('Files come in one stream, with the sign-in in a header.');
    }
    return amber({
      came: `/plugins/tracker/attachments is answered ${described(came)}.`,
      without: 'Files come in pieces through /api: large ones open more slowly.',
      mend: 'Pass /plugins/tracker/attachments on.',
      topic: 'pass',
    });
  },
};

import { createHash } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '~/api/error';
import { downloadPath, type FileInfo } from '~/api/files';
import { beginSession } from '~/api/session';
import { type OpenWorld, openWorld } from '../../../tests/sandbox/doors/node';
import { armFault } from '../../../tests/sandbox/faults';
import { sandboxPeople } from '../../../tests/sandbox/people';
import { readHead, readInChunks, readWhole } from './readFile';

/** Bug #701 of journeys.md J7 has a log of several MiB. */
const LOG = 4201;

let opened: OpenWorld;
const asked: string[] = [];

beforeEach(() => {
  opened = openWorld();
  asked.length = 0;
  window.happyDOM.setURL(`${opened.origin}/artifacts/701`);
  vi.stubGlobal('fetch', (input: URL, init: RequestInit) => {
    asked.push(`${input.pathname}${input.search}`);
    return opened.fetch(input, init);
  });
  signInTo('');
});

/** `''` is the origin of the page. */
function signInTo(url: string): void {
  const { accessKey } = sandboxPeople.anna;
  beginSession(
    {
      connection: { id: 'sandbox', label: 'Sandbox', url, color: 'teal', kind: 'sandbox' },
      person: { id: 102, username: 'anna', realName: 'Anna' },
    },
    { way: 'accessKey', key: accessKey },
  );
}

function fileOf(id: number): FileInfo {
  const file = opened.world.files.get(id);
  if (!file) throw new Error(`the world has no file ${id}`);
  const { name, type, description, submittedBy: submitted_by, bytes } = file;
  const facts = { id, name, type, description, submitted_by, size: bytes.length };
  return { ...facts, html_url: '/x', html_preview_url: null, uri: `artifact_files/${id}` };
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

function stored(id: number): string {
  return digest(opened.world.files.get(id)?.bytes ?? new Uint8Array());
}

test('F7: both ways give the same bytes, as the server holds them', async () => {
  for (const id of [LOG, 4203, 4205, 4206, 4308]) {
    const file = fileOf(id);
    const streamed = digest(await bytesOf(await readWhole(file)));
    const inChunks = digest(await bytesOf(await readInChunks(file)));
    expect([streamed, inChunks]).toEqual([stored(id), stored(id)]);
  }
});

test('F7: same origin: one stream, with the credentials in headers and progress', async () => {
  const file = fileOf(LOG);
  const heard: number[] = [];
  await readWhole(file, { onBytes: (received) => heard.push(received) });
  expect(asked).toEqual([downloadPath(file)]);
  expect(heard.at(-1)).toBe(file.size);
});

test('F7: another origin: chunks of a MiB, as many as the server says, with progress', async () => {
  signInTo('http://tuleap.example.org');
  const file = fileOf(LOG);
  const heard: number[] = [];
  const whole = await readWhole(file, { onBytes: (received) => heard.push(received) });
  expect(digest(await bytesOf(whole))).toBe(stored(LOG));
  const count = Math.ceil(file.size / 1_048_576);
  expect(count).toBeGreaterThan(2);
  expect(asked).toHaveLength(count);
  expect(asked[0]).toBe(`/api/artifact_files/${LOG}?offset=0&limit=1048576`);
  expect(heard).toHaveLength(count);
  expect(heard.at(-1)).toBe(file.size);
});

test.each([
  ['404 with a web page', { status: 404, body: '<html></html>', type: 'text/html' }],
  ['a web page instead of the file', { status: 200, body: '<html></html>', type: 'text/html' }],
  ['no connection', 'offline'],
  ['an answer that breaks off', { cutAt: 1000 }],
] as const)('F7: where the stream fails (%s), chunks come', async (_, answer) => {
  armFault(opened.world, { match: 'GET plugins/tracker/attachments/*', answer });
  expect(digest(await bytesOf(await readWhole(fileOf(LOG))))).toBe(stored(LOG));
  expect(asked.length).toBeGreaterThan(3);
});

test('F7: a chunk that breaks off is asked for again, alone', async () => {
  armFault(opened.world, { match: `GET artifact_files/${LOG}`, answer: { cutAt: 500 } });
  expect(digest(await bytesOf(await readInChunks(fileOf(LOG))))).toBe(stored(LOG));
  expect(asked).toHaveLength(Math.ceil(fileOf(LOG).size / 1_048_576) + 1);
});

test('F7: a chunk that is too short is a fault, and no shorter file', async () => {
  const answer = { status: 200, body: { data: btoa('short') }, type: 'application/json' };
  armFault(opened.world, { match: `GET artifact_files/${LOG}`, answer });
  const error = await readInChunks(fileOf(LOG)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ kind: 'shape' });
});

test('F7: what was detached is told as the server tells it', async () => {
  const file = { ...fileOf(LOG), id: 99_999 };
  await expect(readWhole(file)).rejects.toMatchObject({ kind: 'http', status: 404 });
});

test('F7: cancelling stops it and tries no other way', async () => {
  const stop = new AbortController();
  const reading = readWhole(fileOf(LOG), {
    signal: stop.signal,
    onBytes: () => stop.abort(),
  });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toHaveLength(1);
});

test('F7: the first MiB of a large file is one chunk, a small file is read whole', async () => {
  expect((await readHead(fileOf(LOG))).length).toBe(1_048_576);
  expect(asked).toEqual([`/api/artifact_files/${LOG}?offset=0&limit=1048576`]);
  expect(digest(await readHead(fileOf(4203)))).toBe(stored(4203));
  expect((await readHead(fileOf(4310))).length).toBe(0);
});

test('F7: names of any kind make one address below the attachments', () => {
  const path = (name: string) => downloadPath({ id: 7, name });
  expect(path('a b.txt')).toBe('/plugins/tracker/attachments/7-a%20b.txt');
  expect(path('../../api/projects')).toBe(
    '/plugins/tracker/attachments/7-..%2F..%2Fapi%2Fprojects',
  );
  expect(path("it's (1)!*.txt")).toBe('/plugins/tracker/attachments/7-it%27s%20%281%29%21%2A.txt');
  expect(path('?x#y')).toBe('/plugins/tracker/attachments/7-%3Fx%23y');
  expect(path('half\uD83D')).toBe('/plugins/tracker/attachments/7-half%EF%BF%BD');
});

import { describe, expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import type { FileInfo } from '~/api/files';
import type { Quota } from '~/api/temporaryFiles';
import { chunkEnd, chunkNumber } from './chunks';
import type { UploadPort } from './uploadPort';
import { type Upload, Uploads } from './uploads';

const MIB = 1_048_576;

test('F8: the first chunk is number 1, each begins where the one before ended', () => {
  const walk = (size: number) => {
    const seen: [number, number, number][] = [];
    for (let at = 0; at < size; at = chunkEnd(at, size)) {
      seen.push([chunkNumber(at), at, chunkEnd(at, size)]);
    }
    return seen;
  };
  expect(walk(1)).toEqual([[1, 0, 1]]);
  expect(walk(MIB)).toEqual([[1, 0, MIB]]);
  expect(walk(MIB + 1)).toEqual([
    [1, 0, MIB],
    [2, MIB, MIB + 1],
  ]);
  expect(walk(3 * MIB - 1).map(([number]) => number)).toEqual([1, 2, 3]);
});

const lost = () =>
  new ApiError('network', 'No answer came.', {
    request: { method: 'PUT', path: '/api/artifact_temporary_files/1' },
    reason: 'unreachable',
  });

const refused = (message: string, status = 400) =>
  new ApiError('http', message, {
    request: { method: 'PUT', path: '/api/artifact_temporary_files/1' },
    status,
    serverMessages: [message],
  });

type Fault = 'before' | 'after' | Error;

/** Tuleap's temporary files as the reference describes them, chunk numbers and all; `faults` meet the n-th write. */
class Server implements UploadPort {
  readonly stored = new Map<number, { name: string; bytes: Uint8Array; chunks: number }>();
  readonly writes: string[] = [];
  readonly faults = new Map<number, Fault>();
  quota: Quota | null = { limit: 64 * MIB, used: 0 };
  removed: number[] = [];
  #nextId = 1;
  readonly #underWay = new Set<string>();

  #info(id: number): FileInfo {
    const file = this.stored.get(id);
    if (!file) throw refused('Not Found', 404);
    const facts = {
      submitted_by: 102,
      description: null,
      type: 'text/plain',
      html_preview_url: null,
    };
    return { id, name: file.name, size: file.bytes.length, html_url: null, uri: '', ...facts };
  }

  async #write(what: string, name: string, work: () => number) {
    expect(this.#underWay.has(name), 'two chunks of a file in flight').toBe(false);
    this.#underWay.add(name);
    try {
      this.writes.push(what);
      const fault = this.faults.get(this.writes.length);
      await Promise.resolve();
      if (fault === 'before') throw lost();
      if (fault instanceof Error) throw fault;
      const id = work();
      if (fault === 'after') throw lost();
      return { file: this.#info(id), quota: this.quota };
    } finally {
      this.#underWay.delete(name);
    }
  }

  list = async () => ({
    files: [...this.stored.keys()].map((id) => this.#info(id)),
    quota: this.quota,
  });

  begin = ({ name }: { name: string }, bytes: Uint8Array) =>
    this.#write(`POST ${name}`, name, () => {
      const id = this.#nextId++;
      this.stored.set(id, { name, bytes, chunks: 1 });
      return id;
    });

  add = (id: number, chunk: number, bytes: Uint8Array) =>
    this.#write(`PUT ${id} ${chunk}`, this.stored.get(id)?.name ?? '', () => {
      const file = this.stored.get(id);
      if (!file) throw refused('Not Found', 404);
      if (chunk !== file.chunks + 1) {
        throw refused(`Invalid offset received. Expected: ${file.chunks + 1}`);
      }
      file.bytes = Buffer.concat([file.bytes, bytes]);
      file.chunks = chunk;
      return id;
    });

  readFirst = async ({ id }: FileInfo) =>
    (this.stored.get(id)?.bytes ?? new Uint8Array()).subarray(0, MIB);

  remove = async (id: number) => {
    this.removed.push(id);
    this.stored.delete(id);
  };
}

function content(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, at) => (at >> 10) % 251);
}

function start(sizes: readonly number[], prepare: (server: Server) => void = () => {}) {
  const server = new Server();
  prepare(server);
  const uploads = new Uploads(server);
  const attached: FileInfo[] = [];
  const files = sizes.map((size, at) => new File([content(size)], `file${at}.log`));
  const attach = (file: FileInfo) => attached.push(file);
  uploads.add({ fieldId: 7, most: 64 * MIB, attach }, files);
  /** Resolves once no upload is under way. */
  const settled = () =>
    new Promise<readonly Upload[]>((resolve) => {
      const look = () => {
        const list = uploads.list();
        if (list.every(({ problem }) => problem !== null)) resolve(list);
        else setTimeout(look);
      };
      look();
    });
  return { server, uploads, attached, settled };
}

describe('one upload', () => {
  const SIZE = 2 * MIB + 10;

  test('F8: goes out in chunks, one at a time, and is attached whole', async () => {
    const { server, attached, settled } = start([SIZE]);
    expect(await settled()).toEqual([]);
    expect(server.writes).toEqual(['POST file0.log', 'PUT 1 2', 'PUT 1 3']);
    expect(attached.map(({ size }) => size)).toEqual([SIZE]);
    expect(Buffer.compare(server.stored.get(1)?.bytes ?? Buffer.of(), content(SIZE))).toBe(0);
  });

  test.each([1, 2, 3])(
    'F8: an answer to write %i that gets lost is found, and nothing is sent twice',
    async (write) => {
      const { server, attached, settled } = start([SIZE], ({ faults }) =>
        faults.set(write, 'after'),
      );
      expect(await settled()).toEqual([]);
      expect(server.writes).toHaveLength(3);
      expect(attached).toHaveLength(1);
      expect(Buffer.compare(server.stored.get(1)?.bytes ?? Buffer.of(), content(SIZE))).toBe(0);
    },
  );

  test.each([1, 2, 3])(
    'F8: a write %i that never arrived stops there, and goes on when wanted',
    async (write) => {
      const { server, uploads, attached, settled } = start([SIZE], ({ faults }) =>
        faults.set(write, 'before'),
      );
      const [stopped] = await settled();
      expect(stopped).toMatchObject({ sent: (write - 1) * MIB, problem: { way: 'goOn' } });
      expect(server.writes).toHaveLength(write);
      uploads.goOn(stopped?.key ?? 0);
      expect(await settled()).toEqual([]);
      expect(attached).toHaveLength(1);
      expect(server.stored.size).toBe(1);
      expect(Buffer.compare(server.stored.get(1)?.bytes ?? Buffer.of(), content(SIZE))).toBe(0);
    },
  );

  test('F8: a wrong chunk number is read as "look how far it is"', async () => {
    const { settled, server } = start([SIZE], ({ faults }) =>
      faults.set(2, refused('Invalid offset received. Expected: 3')),
    );
    expect(await settled()).toMatchObject([{ sent: MIB, problem: { way: 'again' } }]);
    expect(server.writes).toHaveLength(2);
  });

  test('F8: a file that grew on the server is spoiled: it is thrown away and sent anew', async () => {
    const { server, uploads, attached, settled } = start([SIZE], ({ faults }) =>
      faults.set(2, 'before'),
    );
    const [stopped] = await settled();
    const there = server.stored.get(1);
    if (there) there.bytes = Buffer.concat([there.bytes, Buffer.from('somebody else')]);
    uploads.goOn(stopped?.key ?? 0);
    expect(await settled()).toMatchObject([{ problem: { way: 'again' } }]);
    uploads.goOn(stopped?.key ?? 0);
    expect(await settled()).toEqual([]);
    expect(server.removed).toEqual([1]);
    expect(attached.map(({ id }) => id)).toEqual([2]);
  });

  test('F8: of two files of one name only the one with these bytes is taken for the lost one', async () => {
    const { server, attached, settled } = start([SIZE], (world) => {
      world.stored.set(90, { name: 'file0.log', bytes: content(MIB), chunks: 1 });
      world.faults.set(1, 'after');
    });
    expect(await settled()).toEqual([]);
    expect(attached.map(({ id }) => id)).toEqual([1]);
    expect(server.stored.get(90)?.bytes.length).toBe(MIB);
  });

  test('F8: a refusal is told in the server’s words', async () => {
    const said =
      'You exceeded your quota. Please remove existing temporary files before continuing.';
    const { settled, attached } = start([SIZE], ({ faults }) => faults.set(3, refused(said)));
    expect(await settled()).toMatchObject([{ problem: { words: said, way: 'again' } }]);
    expect(attached).toEqual([]);
  });

  test('F8: cancelling deletes what the server has', async () => {
    const { server, uploads, attached } = start([SIZE]);
    await new Promise((resolve) => {
      const end = uploads.subscribe(() => {
        if (uploads.list().some(({ sent }) => sent > 0)) resolve(end());
      });
    });
    uploads.cancelAll();
    expect(uploads.list()).toEqual([]);
    await expect.poll(() => server.removed).toEqual([1]);
    expect(attached).toEqual([]);
    expect(server.stored.size).toBe(0);
  });

  test('F8: cancelling one whose first answer was lost deletes that too', async () => {
    const { server, uploads, settled } = start([SIZE], (world) => {
      world.faults.set(1, 'after');
      const { list } = world;
      let count = 0;
      // The look for it fails as well: the connection is gone.
      world.list = async () => {
        count += 1;
        if (count === 2) throw lost();
        return list();
      };
    });
    const [stopped] = await settled();
    expect(stopped?.problem?.way).toBe('goOn');
    uploads.cancel(stopped?.key ?? 0);
    await expect.poll(() => server.removed).toEqual([1]);
  });
});

describe('several uploads', () => {
  test('F8: all are sent, and one that fails does not hold up the others', async () => {
    const server = new Server();
    const uploads = new Uploads({
      ...server,
      begin: ({ name }, bytes) =>
        name === 'b.log' ? Promise.reject(refused('No')) : server.begin({ name }, bytes),
    });
    const attached: string[] = [];
    const attach = ({ name }: FileInfo) => attached.push(name);
    const files = ['a.log', 'b.log', 'c.log', 'd.log'].map((name) => new File(['x'], name));
    uploads.add({ fieldId: 7, attach }, files);
    await expect.poll(() => attached.toSorted()).toEqual(['a.log', 'c.log', 'd.log']);
    expect(uploads.list().map(({ name }) => name)).toEqual(['b.log']);
  });

  test('F8: what does not fit into the quota is told before a byte is sent', async () => {
    const { server, settled } = start([3 * MIB], (world) => {
      world.quota = { limit: 4 * MIB, used: 2 * MIB };
    });
    const [stopped] = await settled();
    expect(stopped?.problem?.words).toBe(
      'There is room for 4.0 MB of files that are not saved yet, and 2.0 MB of it are taken.',
    );
    expect(server.writes).toEqual([]);
  });

  test('F8: an empty file and one over the limit of the field are not begun', async () => {
    const { server, settled } = start([0, 65 * MIB]);
    const words = (await settled()).map(({ problem }) => problem?.words);
    expect(words).toEqual([
      'It is empty, and Tuleap takes no empty files.',
      'It is larger than the 64 MB that this field takes.',
    ]);
    expect(server.writes).toEqual([]);
  });

  test('F8: pasted pictures get names that tell them apart', () => {
    const uploads = new Uploads(new Server());
    const moment = Date.UTC(2026, 10, 21, 8, 54, 3);
    const picture = new File(['x'], 'image.png', { lastModified: moment });
    uploads.add({ fieldId: 7, attach: () => {} }, [picture]);
    expect(uploads.list()[0]?.name).toBe('screenshot-2026-11-21-08-54-03.png');
  });
});

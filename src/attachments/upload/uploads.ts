import type { FileInfo } from '~/api/files';
import { OverQuota, problemOf, refusalOf, type UploadProblem } from './problems';
import { atStart, Cancelled, type Position, type SendJob, sendFile, settle } from './sendFile';
import { restUploadPort, type UploadPort } from './uploadPort';

/** One file on its way to the server, or stopped on it. Finished ones are in the value of their field. */
export interface Upload {
  key: number;
  fieldId: number;
  name: string;
  size: number;
  sent: number;
  /** Of its temporary file; null until there is one. */
  fileId: number | null;
  /** Null while it is under way or waits for its turn. */
  problem: UploadProblem | null;
}

export interface UploadTarget {
  fieldId: number;
  /** The field's own limit in bytes. */
  most?: number | undefined;
  /** Called once the file is complete on the server. */
  attach(file: FileInfo, bytes: Blob): void;
}

/** Adds files to a field, and tells of each once it is there. Gives the keys of their uploads. */
export type TakeFiles = (
  files: readonly File[],
  onThere: (file: FileInfo) => void,
) => readonly number[];

/** Files under way at a time; each of them sends one chunk at a time. */
const WIDTH = 2;

interface Entry extends Omit<Upload, 'fileId'> {
  bytes: File;
  attach: UploadTarget['attach'];
  position: Position;
  isRunning: boolean;
  isCancelled: boolean;
}

let lastKey = 0;

/** Browsers call every pasted picture `image.png`: the moment tells them apart. */
function nameOf(file: File): string {
  if (file.name !== '' && file.name !== 'image.png') return file.name;
  const moment = new Date(file.lastModified).toISOString().slice(0, 19).replace(/[T:]/g, '-');
  return `screenshot-${moment}.png`;
}

/**
 * The uploads of one page, outside React: they go on while the field that began them is not shown, and a failure never
 * touches what was typed. Each upload ends in its `attach`, or stops with a problem in words.
 */
export class Uploads {
  readonly #port: UploadPort;
  readonly #entries = new Map<number, Entry>();
  readonly #listeners = new Set<() => void>();
  /** Temporary files that cannot be the lost first chunk of a new upload. */
  readonly #foreign = new Set<number>();
  readonly #takers = new Map<number, TakeFiles>();
  #shown: readonly Upload[] = [];

  constructor(port: UploadPort = restUploadPort()) {
    this.#port = port;
  }

  readonly list = (): readonly Upload[] => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells that a field of the page takes files, until what it gives is called. */
  enrol(fieldId: number, take: TakeFiles): () => void {
    this.#takers.set(fieldId, take);
    this.#tell();
    return () => {
      this.#takers.delete(fieldId);
      this.#tell();
    };
  }

  /** The first field that takes files: for those that a text shows. */
  readonly taker = (): TakeFiles | undefined => this.#takers.values().next().value;

  add(target: UploadTarget, files: readonly File[]): readonly number[] {
    const first = lastKey + 1;
    for (const file of files) {
      lastKey += 1;
      this.#entries.set(lastKey, {
        key: lastKey,
        fieldId: target.fieldId,
        name: nameOf(file),
        size: file.size,
        sent: 0,
        problem: refusalOf(file, target.most),
        bytes: file,
        attach: target.attach,
        position: atStart,
        isRunning: false,
        isCancelled: false,
      });
    }
    this.#tell();
    this.#startNext();
    return files.map((_, at) => first + at);
  }

  /** Goes on from where it stopped, after reading what the server has; where that is spoiled, from the start. */
  goOn(key: number): void {
    const entry = this.#entries.get(key);
    if (!entry?.problem || entry.problem.way === 'never') return;
    if (entry.problem.way === 'again') void this.#drop(entry.position.file);
    if (entry.problem.way === 'again') this.#move(entry, atStart);
    entry.problem = null;
    this.#tell();
    this.#startNext();
  }

  /** Ends it, and deletes what the server has of it. */
  cancel(key: number): void {
    const entry = this.#entries.get(key);
    if (!entry || entry.isCancelled) return;
    entry.isCancelled = true;
    this.#tell();
    // A chunk under way is waited for: only then is it known what there is to delete.
    if (!entry.isRunning) void this.#clear(entry);
  }

  /** Ends all of them, or those of one field. */
  cancelAll(fieldId?: number): void {
    for (const entry of this.#entries.values()) {
      if (fieldId === undefined || entry.fieldId === fieldId) this.cancel(entry.key);
    }
  }

  /** Deletes a complete file that its field no longer wants. */
  async discard(file: FileInfo): Promise<void> {
    await this.#drop(file);
  }

  #tell(): void {
    this.#shown = [...this.#entries.values()]
      .filter(({ isCancelled }) => !isCancelled)
      .map(({ key, fieldId, name, size, sent, problem, position }) => {
        const fileId = position.file?.id ?? null;
        return { key, fieldId, name, size, sent, fileId, problem };
      });
    for (const listener of this.#listeners) listener();
  }

  #move(entry: Entry, position: Position): void {
    if (position.file) this.#foreign.add(position.file.id);
    entry.position = position;
    entry.sent = position.sent;
    this.#tell();
  }

  #jobOf({ bytes, name }: Entry): SendJob {
    return {
      file: bytes,
      name,
      mimetype: bytes.type || 'application/octet-stream',
      isForeign: (id) => this.#foreign.has(id),
    };
  }

  /** What cannot be deleted now stays among the person's unattached files, which the field lists. */
  async #drop(file: FileInfo | null): Promise<void> {
    if (file) await this.#port.remove(file.id).catch(() => undefined);
  }

  async #clear(entry: Entry): Promise<void> {
    this.#entries.delete(entry.key);
    this.#tell();
    const { position } = entry;
    const isLost = position.file === null && position.isUnclear;
    const found = isLost
      ? await settle(this.#jobOf(entry), position, this.#port).catch(() => position)
      : position;
    await this.#drop(found.file);
  }

  /** Before the first byte: which files are there already, and whether all that is under way has room. */
  async #prepare(entry: Entry): Promise<void> {
    if (entry.position.file !== null || entry.position.isUnclear) return;
    const { files, quota } = await this.#port.list();
    for (const { id } of files) this.#foreign.add(id);
    const needed = [...this.#entries.values()]
      .filter(({ key, isRunning }) => isRunning && key <= entry.key)
      .reduce((sum, { size, sent }) => sum + size - sent, 0);
    if (quota && quota.used + needed > quota.limit) throw new OverQuota(quota);
  }

  async #run(entry: Entry): Promise<void> {
    const hooks = {
      isCancelled: () => entry.isCancelled,
      onPosition: (position: Position) => this.#move(entry, position),
    };
    try {
      await this.#prepare(entry);
      const file = await sendFile(this.#jobOf(entry), entry.position, { hooks, port: this.#port });
      if (entry.isCancelled) throw new Cancelled();
      this.#entries.delete(entry.key);
      entry.attach(file, entry.bytes);
    } catch (error) {
      entry.problem = problemOf(error);
    }
    entry.isRunning = false;
    if (entry.isCancelled) await this.#clear(entry);
    this.#tell();
    this.#startNext();
  }

  #startNext(): void {
    const all = [...this.#entries.values()];
    const room = WIDTH - all.filter(({ isRunning }) => isRunning).length;
    const waiting = all.filter(
      ({ isRunning, problem, isCancelled }) => !isRunning && problem === null && !isCancelled,
    );
    for (const entry of waiting.slice(0, Math.max(0, room))) {
      entry.isRunning = true;
      void this.#run(entry);
    }
  }
}

import { ApiError, hasStatus } from '~/api/error';

/** What following a deletion needs of the world. Reading throws `ApiError`. */
export interface DeletionPort {
  remove(id: number): Promise<void>;
  read(id: number): Promise<unknown>;
  /** Waits between two looks. */
  wait(): Promise<void>;
}

/** `queued`: accepted, and after all looks still there. */
export type Deletion = 'gone' | 'queued';

async function isGone(id: number, port: DeletionPort): Promise<boolean> {
  try {
    await port.read(id);
    return false;
  } catch (error) {
    if (hasStatus(error, 404)) return true;
    throw error;
  }
}

/** A 400 that says that it is queued already (svn/54) is what was wanted. */
function isQueued(error: ApiError): boolean {
  return (
    error.status === 400 && error.serverMessages.some((text) => /already in queue/i.test(text))
  );
}

/** The server only queues a deletion (202), and its answer may be lost: what counts is that the repository is not there. */
export async function followDeletion(
  id: number,
  port: DeletionPort,
  looks = 20,
): Promise<Deletion> {
  try {
    await port.remove(id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === 'blocked') throw error;
    if (error.status === 404) return 'gone';
    const isUnclear = error.kind !== 'http' || (error.status ?? 0) >= 500;
    if (isUnclear && (await isGone(id, port))) return 'gone';
    if (!isQueued(error)) throw error;
  }
  for (let look = 1; look <= looks; look += 1) {
    if (await isGone(id, port)) return 'gone';
    if (look < looks) await port.wait();
  }
  return 'queued';
}

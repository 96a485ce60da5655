import { ApiError } from '~/api/error';
import type { NewRepository, Repository } from '~/api/svn';

/** What making a repository needs of the world. All throw `ApiError`. */
export interface MakePort {
  create(repository: NewRepository): Promise<Repository>;
  /** The repository of this name, past the cache. */
  find(projectId: number, name: string): Promise<Repository | undefined>;
}

export type Made =
  /** `found`: the answer was lost, the repository is there. */
  | { kind: 'made'; repository: Repository; how: 'answered' | 'found' }
  /**
   * 409: used in this project. `repository` is the one that has the name now: somebody was first, or the browser sent the
   * request a second time after its answer was lost. Undefined when a deleted one keeps the name (svn/15, 57).
   */
  | { kind: 'taken'; said: string; repository: Repository | undefined }
  /** Nothing was made. */
  | { kind: 'refused'; error: ApiError }
  /** `notFound`: looked, and it was not there at that moment. */
  | { kind: 'unknown'; error: ApiError; search: 'notFound' | 'failed' };

/** The server checks the name's rule with 409 too; that one says so (svn/16). */
function isTaken(error: ApiError): boolean {
  return error.status === 409 && !error.serverMessages.some((text) => /invalid/i.test(text));
}

function isUnclear(error: ApiError): boolean {
  if (error.kind === 'blocked') return false;
  return error.kind !== 'http' || (error.status ?? 0) >= 500;
}

async function taken(wanted: NewRepository, port: MakePort, error: ApiError): Promise<Made> {
  const said = error.serverMessages[0] ?? error.message;
  try {
    const repository = await port.find(wanted.projectId, wanted.name);
    return { kind: 'taken', said, repository };
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    return { kind: 'taken', said, repository: undefined };
  }
}

async function lookFor(wanted: NewRepository, port: MakePort, error: ApiError): Promise<Made> {
  try {
    const repository = await port.find(wanted.projectId, wanted.name);
    if (repository) return { kind: 'made', repository, how: 'found' };
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    return { kind: 'unknown', error, search: 'failed' };
  }
  const isSettled = error.kind === 'http' && error.status !== 502 && error.status !== 504;
  return isSettled ? { kind: 'refused', error } : { kind: 'unknown', error, search: 'notFound' };
}

/** Makes a repository; when no clear answer comes, looks whether it is there. Only a fault of ours throws. */
export async function makeRepository(wanted: NewRepository, port: MakePort): Promise<Made> {
  try {
    return { kind: 'made', repository: await port.create(wanted), how: 'answered' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (isTaken(error)) return taken(wanted, port, error);
    return isUnclear(error) ? lookFor(wanted, port, error) : { kind: 'refused', error };
  }
}

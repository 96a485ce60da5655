import { asValue } from '~/api/answers/asValue';
import type { ApiError } from '~/api/error';
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
  const found = await asValue(port.find(wanted.projectId, wanted.name));
  return { kind: 'taken', said, repository: 'value' in found ? found.value : undefined };
}

async function lookFor(wanted: NewRepository, port: MakePort, error: ApiError): Promise<Made> {
  const found = await asValue(port.find(wanted.projectId, wanted.name));
  if ('error' in found) return { kind: 'unknown', error, search: 'failed' };
  if (found.value) return { kind: 'made', repository: found.value, how: 'found' };
  const isSettled = error.kind === 'http' && error.status !== 502 && error.status !== 504;
  return isSettled ? { kind: 'refused', error } : { kind: 'unknown', error, search: 'notFound' };
}

/** Makes a repository; when no clear answer comes, looks whether it is there. Only a fault of ours throws. */
export async function makeRepository(wanted: NewRepository, port: MakePort): Promise<Made> {
  const made = await asValue(port.create(wanted));
  if ('value' in made) return { kind: 'made', repository: made.value, how: 'answered' };
  const { error } = made;
  if (isTaken(error)) return taken(wanted, port, error);
  return isUnclear(error) ? lookFor(wanted, port, error) : { kind: 'refused', error };
}

import { ApiError } from '~/api/error';
import type { NewProject } from '~/api/newProject/createProject';
import type { Project } from '~/api/projects';

/** What making a project needs of the world. All throw `ApiError`. */
export interface MakeProjectPort {
  /** Asks without making. */
  check(project: NewProject): Promise<void>;
  create(project: NewProject): Promise<Project>;
  find(shortname: string): Promise<Project | undefined>;
  /** The project as it can be seen now; 403 or 404 while it waits for approval. */
  read(id: number): Promise<Project>;
}

export type MakeStep = 'checking' | 'creating' | 'searching' | 'reading';

export type MadeProject =
  /** `isPending`: it waits for a site administrator; null when that could not be found out. */
  | { kind: 'made'; project: Project; isPending: boolean | null; how: 'answered' | 'found' }
  /** Nothing was made. `check`: the dry run said so. */
  | { kind: 'refused'; error: ApiError; at: 'check' | 'creation' }
  /**
   * `nameTaken`: no project can be seen, but its short name is taken now: it may wait for approval. `notFound`: neither.
   */
  | { kind: 'unknown'; error: ApiError; search: 'nameTaken' | 'notFound' | 'failed' };

function isUnclear(error: ApiError): boolean {
  if (error.kind === 'blocked') return false;
  return error.kind !== 'http' || (error.status ?? 0) >= 500;
}

function saysTaken(error: ApiError): boolean {
  return error.status === 400 && error.serverMessages.some((text) => /already exists/i.test(text));
}

/** The server calls every new project pending (projects/52); only one that cannot be read really is. */
async function finish(
  project: Project,
  how: 'answered' | 'found',
  port: MakeProjectPort,
): Promise<MadeProject> {
  try {
    return { kind: 'made', project: await port.read(project.id), isPending: false, how };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isPending = error.status === 404 || error.status === 403 ? true : null;
    return { kind: 'made', project, isPending, how };
  }
}

/** The name was free a moment ago (the dry run said so): if it is taken now, this creation took it. */
async function isNameTaken(wanted: NewProject, port: MakeProjectPort): Promise<boolean> {
  try {
    await port.check(wanted);
    return false;
  } catch (error) {
    if (error instanceof ApiError && error.status === 400) return saysTaken(error);
    throw error;
  }
}

async function lookFor(
  wanted: NewProject,
  error: ApiError,
  port: MakeProjectPort,
): Promise<MadeProject> {
  try {
    const project = await port.find(wanted.shortname);
    if (project) return await finish(project, 'found', port);
    if (await isNameTaken(wanted, port)) return { kind: 'unknown', error, search: 'nameTaken' };
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    return { kind: 'unknown', error, search: 'failed' };
  }
  const isSettled = error.kind === 'http' && error.status !== 502 && error.status !== 504;
  return isSettled
    ? { kind: 'refused', error, at: 'creation' }
    : { kind: 'unknown', error, search: 'notFound' };
}

/** Dry run, creation, and a look at what came of it. Every outcome is a value; only a fault of ours throws. */
export async function makeProject(
  wanted: NewProject,
  port: MakeProjectPort,
  onStep: (step: MakeStep) => void = () => {},
): Promise<MadeProject> {
  let at: 'check' | 'creation' = 'check';
  try {
    onStep('checking');
    await port.check(wanted);
    at = 'creation';
    onStep('creating');
    const project = await port.create(wanted);
    onStep('reading');
    return await finish(project, 'answered', port);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Taken although the dry run had found it free: a browser sends a request once more when its answer is lost.
    const isOwnEcho = at === 'creation' && saysTaken(error);
    if (at === 'check' || !(isUnclear(error) || isOwnEcho)) return { kind: 'refused', error, at };
    onStep('searching');
    return lookFor(wanted, error, port);
  }
}

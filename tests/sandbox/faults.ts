/** Failures on purpose: named things that always fail, and one-shot faults that a test arms in its own world. */
import { json, problem } from './http';
import type { ArmedFault, FaultAnswer, World } from './model';

/** The connection fails: a door turns this into a network error of its own kind. */
export class Unreachable extends Error {
  constructor() {
    super('The sandbox drops this connection on purpose.');
    this.name = 'Unreachable';
  }
}

const html = (title: string, text: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`;

const loginPage = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Sign in</title></head><body><form action="/account/login.php" method="post"><input name="form_loginname"><input name="form_pw" type="password"><button>Sign in</button></form></body></html>\n`;

/** The project whose panels fail one by one. */
export const FAULTY_PROJECT = 190;

/**
 * What always fails, in every world. The seed gives these ids to artifacts of the tracker Faults, so that what a test
 * shows a person can click. To add one: a line here, and the artifact in the seed.
 */
export const namedFaults: readonly { match: string; answer: FaultAnswer }[] = [
  { match: 'GET artifacts/9403', answer: { status: 403 } },
  {
    match: 'PUT artifacts/9412',
    answer: {
      status: 412,
      body: 'Artifact has been modified since you last requested it. Please edit the latest version',
    },
  },
  { match: '* artifacts/9429', answer: { status: 429, headers: { 'retry-after': '30' } } },
  { match: 'PUT artifacts/9430', answer: { status: 403 } },
  {
    match: 'GET artifacts/9500',
    answer: { status: 500, body: '', type: 'text/html; charset=UTF-8' },
  },
  {
    match: 'PUT artifacts/9501',
    answer: { status: 500, body: '', type: 'text/html; charset=UTF-8' },
  },
  {
    match: 'GET artifacts/9502',
    answer: { status: 502, body: html('502 Bad Gateway', 'nginx'), type: 'text/html' },
  },
  {
    match: 'GET artifacts/9503',
    answer: {
      status: 503,
      body: html('503 Service Unavailable', 'The site is being upgraded.'),
      type: 'text/html',
      headers: { 'retry-after': '120' },
    },
  },
  { match: 'PUT artifacts/9504', answer: 'drop-after-write' },
  {
    match: 'GET artifacts/9596',
    answer: {
      status: 403,
      body: { error: "Referer doesn't match host. CSRF tentative ?" },
      type: 'application/json; charset=utf-8',
    },
  },
  {
    match: 'GET artifacts/9597',
    answer: { status: 200, body: loginPage, type: 'text/html; charset=UTF-8' },
  },
  { match: 'GET artifacts/9598', answer: { cutAt: 200 } },
  { match: 'GET artifacts/9599', answer: { delay: 4_000 } },
  {
    match: `GET projects/${FAULTY_PROJECT}/user_groups`,
    answer: { status: 500, body: '', type: 'text/html; charset=UTF-8' },
  },
  {
    match: `GET projects/${FAULTY_PROJECT}/svn`,
    answer: {
      status: 503,
      body: html('503 Service Unavailable', 'The site is being upgraded.'),
      type: 'text/html',
    },
  },
  { match: `GET projects/${FAULTY_PROJECT}/labels`, answer: { status: 403 } },
];

function isMatch(pattern: string, method: string, path: string): boolean {
  const [wantedMethod = '*', wantedPath = '*'] = pattern.split(' ');
  const isMethod = wantedMethod === '*' || wantedMethod === method;
  const expression = wantedPath
    .split('*')
    .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return isMethod && new RegExp(`^${expression}$`).test(path);
}

/** The fault that this call meets, an armed one first; arming counts down. */
export function takeFault(world: World, method: string, path: string): FaultAnswer | undefined {
  const armed = world.armedFaults.find((fault) => isMatch(fault.match, method, path));
  if (!armed) return namedFaults.find((fault) => isMatch(fault.match, method, path))?.answer;
  armed.times -= 1;
  if (armed.times <= 0) world.armedFaults.splice(world.armedFaults.indexOf(armed), 1);
  return armed.answer;
}

/** Arms a fault in one world: the next `times` calls that match meet it. */
export function armFault(
  world: World,
  fault: Omit<ArmedFault, 'times'> & { times?: number },
): void {
  world.armedFaults.push({ times: 1, ...fault });
}

/** Throws `Unreachable` when the caller goes away first. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, fail) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      fail(new Unreachable());
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

function forever(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    if (signal.aborted) fail(new Unreachable());
    else signal.addEventListener('abort', () => fail(new Unreachable()));
  });
}

/** The answer's headers and first bytes; then the connection breaks. */
async function cut(response: Response, at: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer()).slice(0, at);
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (isSent) stream.error(new Unreachable());
      else stream.enqueue(bytes);
      isSent = true;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/**
 * What the caller gets instead of `answer`. `drop-after-write` and `cutAt` let the call happen first.
 * Throws `Unreachable` where the connection fails; `hang` ends when the caller gives up.
 */
export async function performFault(
  fault: FaultAnswer,
  answer: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  if (fault === 'offline') throw new Unreachable();
  if (fault === 'hang') return forever(signal);
  if (fault === 'drop-after-write') {
    await answer();
    throw new Unreachable();
  }
  if ('delay' in fault) {
    await wait(fault.delay, signal);
    return answer();
  }
  if ('cutAt' in fault) return cut(await answer(), fault.cutAt);
  const facts = { status: fault.status, headers: fault.headers ?? {} };
  if (fault.type === undefined) {
    return typeof fault.body === 'object'
      ? json(fault.body, facts)
      : problem(fault.status, String(fault.body ?? ''), { headers: facts.headers });
  }
  const body = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body);
  return new Response(body, {
    status: fault.status,
    headers: { ...facts.headers, 'content-type': fault.type },
  });
}

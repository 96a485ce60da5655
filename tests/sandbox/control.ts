/** What tests and curious people may do to a world, outside Tuleap's API: `POST /sandbox/…`. */
import { openBrowserSession, platformOf } from './auth';
import { armFault } from './faults';
import { rotatePayloads, setPayloads } from './hostile';
import type { ArmedFault, World } from './model';
import { isNetwork, networkNames } from './network/names';
import { concurrencyModes, setConcurrency } from './tracker/concurrency';
import { resetWorld } from './worlds';

const done = (data: unknown = { ok: true }): Response => Response.json(data);
const wrong = (message: string): Response =>
  Response.json({ error: { code: 400, message } }, { status: 400 });

const actions: readonly string[] = [
  ...['reset', 'fault', 'clock', 'expire', 'payloads', 'network', 'concurrency', 'login', 'access'],
];

function isFault(body: Record<string, unknown>): body is Record<string, unknown> & ArmedFault {
  const { match, answer } = body;
  return typeof match === 'string' && /^\S+ \S+$/.test(match) && answer !== undefined;
}

/** `{advance: milliseconds}` moves on from where the clock is, `{now: instant}` sets it, `{}` goes back to real time. */
function moveClock(world: World, body: Record<string, unknown>): Response {
  const { advance, now } = body;
  if (typeof advance === 'number') world.clockOffset += advance;
  else if (typeof now === 'string' || typeof now === 'number') {
    const instant = new Date(now).getTime();
    if (Number.isNaN(instant)) return wrong('`now` is not an instant.');
    world.clockOffset += instant - world.now();
  } else world.clockOffset = 0;
  return done({ now: new Date(world.now()).toISOString() });
}

/**
 * `{user}` ends all tokens and keys that the person has now; a password still opens new ones.
 * `{user, times}` refuses the next calls only, `{user, restore: true}` lets the seeded key work again.
 */
function expire(world: World, body: Record<string, unknown>): Response {
  const user = world.users.find(({ username, id }) => username === body.user || id === body.user);
  if (!user) return wrong('`user` is a username or an id of this world.');
  if (typeof body.times === 'number') {
    world.refusals.set(user.id, body.times);
    return done();
  }
  const isRestored = body.restore === true;
  if (isRestored) world.refusals.delete(user.id);
  for (const [token, { userId }] of world.tokens) {
    if (userId === user.id && !isRestored) world.tokens.delete(token);
  }
  for (const key of world.accessKeys.values()) {
    if (key.userId === user.id) key.expiresAt = isRestored ? null : Math.floor(world.now() / 1000);
  }
  return done();
}

/**
 * `{payloads: [text], start}`: every human text of later answers is one of them; `[]` makes the world friendly again.
 * `{start}` alone shows other ones at each place.
 */
function makeHostile(world: World, body: Record<string, unknown>): Response {
  const { payloads, start } = body;
  if (payloads === undefined && typeof start === 'number') {
    return rotatePayloads(world, start) ? done() : wrong('This world is not hostile yet.');
  }
  if (!Array.isArray(payloads) || !payloads.every((text) => typeof text === 'string')) {
    return wrong('`payloads` is a list of texts.');
  }
  setPayloads(world, payloads, typeof start === 'number' ? start : 0);
  return done();
}

/** `{names: ["gzip"]}` puts these in front of every host of the world, from the browser on; `[]` takes them away. */
function setNetworks(world: World, body: Record<string, unknown>): Response {
  const { names } = body;
  if (!Array.isArray(names) || !names.every(isNetwork)) {
    return wrong(`\`names\` is a list of: ${networkNames.map(({ name }) => name).join(', ')}.`);
  }
  world.networks = [...names];
  return done();
}

/** `{mode, seed}`: how writes are guarded from now on (tracker/concurrency.ts). */
function setMode(world: World, body: Record<string, unknown>): Response {
  const mode = concurrencyModes.find((known) => known === body.mode);
  if (!mode) return wrong(`\`mode\` is one of ${concurrencyModes.join(', ')}.`);
  setConcurrency(world, mode, typeof body.seed === 'number' ? body.seed : 1);
  return done();
}

/** `{user}` signs the caller in to Tuleap's own pages, by cookie; `{}` ends all such sessions. */
function logIn(world: World, body: Record<string, unknown>): Response {
  if (body.user === undefined) {
    platformOf(world).logins.clear();
    return done();
  }
  const user = world.users.find(({ username }) => username === body.user);
  if (!user) return wrong('`user` is a username of this world.');
  const cookie = openBrowserSession(world, user.id);
  return Response.json({ ok: true }, { headers: { 'set-cookie': cookie } });
}

/** `{mode: "anonymous"}` opens what is public to everybody, `{mode: "restricted"}` closes it. */
function setAccess(world: World, body: Record<string, unknown>): Response {
  if (body.mode !== 'anonymous' && body.mode !== 'restricted') {
    return wrong('`mode` is anonymous or restricted.');
  }
  platformOf(world).isOpen = body.mode === 'anonymous';
  return done();
}

/**
 * Answers `POST /sandbox/reset`, `/fault` (`{match, answer, times}`), `/clock`, `/expire`, `/payloads`, `/network`,
 * `/concurrency`, `/login` and `/access` in the world of the request; 400 with a sentence for a wrong body, 404 for anything else.
 */
export async function control(world: World, url: URL, request: Request): Promise<Response> {
  const action = url.pathname.slice('/sandbox/'.length);
  const isKnown = actions.includes(action);
  if (!isKnown || request.method !== 'POST') {
    const message = `The sandbox has POST /sandbox/{${actions.join(',')}}.`;
    return Response.json({ error: { code: 404, message } }, { status: 404 });
  }
  const text = await request.text();
  let body: Record<string, unknown>;
  try {
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return wrong('The body is no object.');
    body = { ...parsed };
  } catch {
    return wrong('The body is not JSON.');
  }
  if (action === 'reset') {
    resetWorld(world.name);
    return done();
  }
  if (action === 'payloads') return makeHostile(world, body);
  if (action === 'login') return logIn(world, body);
  if (action === 'access') return setAccess(world, body);
  if (action === 'concurrency') return setMode(world, body);
  if (action === 'clock') return moveClock(world, body);
  if (action === 'network') return setNetworks(world, body);
  if (action === 'expire') return expire(world, body);
  if (!isFault(body)) return wrong('A fault has `match` ("PUT artifacts/431") and `answer`.');
  armFault(world, {
    match: body.match,
    answer: body.answer,
    times: typeof body.times === 'number' ? body.times : 1,
  });
  return done();
}

/** Who asks: the ways of conventions.md §2 in the server's order, with the texts of the recordings auth/. */
import { problem, Refusal, refuse } from './http';
import type { SandboxUser, World } from './model';

const KEY = /^tlp-k1-(\d+)\.[A-Za-z0-9]+$/;

const nowInSeconds = (world: World): number => Math.floor(world.now() / 1000);

function byKey(world: World, text: string): number {
  const id = KEY.exec(text)?.[1];
  if (id === undefined) return refuse(401, 'Key or token incorrectly formatted');
  const key = world.accessKeys.get(Number(id));
  const now = nowInSeconds(world);
  const isGood =
    key?.identifier === text &&
    (key.expiresAt === null || key.expiresAt > now) &&
    key.scopes.includes('write:rest');
  if (!key || !isGood) return refuse(401, 'Invalid access key');
  key.lastUsedAt = now;
  return key.userId;
}

function byToken(world: World, token: string, userId: string): number {
  const known = world.tokens.get(token);
  const isGood = known && String(known.userId) === userId && known.endsAt > nowInSeconds(world);
  return isGood ? known.userId : refuse(401, 'Invalid Token');
}

/** The user of this name and password, whatever the state of the account. */
export function byPassword(
  world: World,
  username: string,
  password: string,
): SandboxUser | undefined {
  return world.users.find((user) => user.username === username && user.password === password);
}

function byBasic(world: World, header: string): number {
  // Buffer reads what is no base64 as far as it can, as PHP does; atob would throw.
  const text = Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8');
  const [, username = '', password = ''] = /^([^:]*):([\s\S]*)$/.exec(text) ?? [];
  return byPassword(world, username, password)?.id ?? refuse(401, 'Basic Authentication Required');
}

function claimedUserId(world: World, headers: Headers): number {
  const key = headers.get('x-auth-accesskey');
  if (key !== null) return byKey(world, key);
  const authorization = headers.get('authorization') ?? '';
  // The sandbox gives out no OAuth2 tokens, so none is right.
  if (/^Bearer /i.test(authorization)) return refuse(401, 'Invalid OAuth2 access token');
  const token = headers.get('x-auth-token');
  const userId = headers.get('x-auth-userid');
  if (token !== null && userId !== null) return byToken(world, token, userId);
  if (/^Basic /i.test(authorization)) return byBasic(world, authorization);
  return refuse(401);
}

/**
 * The user of a request. Throws the recorded 401 (nobody, or wrong credentials; there is no way back to anonymous)
 * and 403 for accounts that are neither active nor restricted.
 */
export function authenticate(world: World, headers: Headers): SandboxUser {
  const id = claimedUserId(world, headers);
  const left = world.refusals.get(id) ?? 0;
  if (left > 0) {
    world.refusals.set(id, left - 1);
    throw new Refusal(problem(401, 'Invalid Token'));
  }
  const user = world.users.find((candidate) => candidate.id === id);
  if (!user) return refuse(401);
  return user.status === 'S' ? refuse(403) : user;
}

/** Who asks: the ways of conventions.md §2 in the server's order, with the texts of the recordings auth/. */
import { json, problem, Refusal, refuse } from './http';
import type { SandboxUser, World } from './model';

const KEY = /^tlp-k1-(\d+)\.[A-Za-z0-9]+$/;

interface Platform {
  /** The access mode "anonymous": what is public is shown without an account. */
  isOpen: boolean;
  /** Who is signed in to Tuleap's own pages, by the value of the session cookie. */
  logins: Map<string, number>;
}

const platforms = new WeakMap<World, Platform>();

/** How this world lets people in. One whose name begins with `open` is open to everybody. */
export function platformOf(world: World): Platform {
  const known = platforms.get(world);
  if (known) return known;
  const platform = { isOpen: world.name.startsWith('open'), logins: new Map() };
  platforms.set(world, platform);
  return platform;
}

const COOKIE = 'TULEAP_session_hash';

/** Signs somebody in to Tuleap's own pages, as the login form does; gives the `Set-Cookie` of its answer. */
export function openBrowserSession(world: World, userId: number): string {
  const value = `${world.nextId.token++}.${crypto.randomUUID()}`;
  platformOf(world).logins.set(value, userId);
  return `${COOKIE}=${value}; Path=/; SameSite=Lax`;
}

/** The person of the session cookie; the gatekeeper refuses one that another site may have sent (conventions.md §2). */
function byCookie(world: World, headers: Headers): number | undefined {
  const value = new RegExp(`${COOKIE}=([^;]+)`).exec(headers.get('cookie') ?? '')?.[1];
  const userId = value === undefined ? undefined : platformOf(world).logins.get(value);
  if (userId === undefined) return undefined;
  const isOwn = headers.get('sec-fetch-site') === 'same-origin';
  if (isOwn && headers.get('sec-fetch-mode') === 'cors') return userId;
  const error = "Referer doesn't match host. CSRF tentative ?";
  throw new Refusal(json({ error }, { status: 403 }));
}

/** The reads that need somebody even where the platform is open (`auth` in the reference). */
const PERSONAL =
  /^(tokens|access_keys|jwt|users\/self|users\/[^/]+\/(access_keys|preferences|membership|artifacts|dashboards|history))/;

/** Whether nobody at all may make this call: a read that the reference calls hybrid, on an open platform. */
export function isForNobody(
  world: World,
  headers: Headers,
  call: { method: string; path: string },
): boolean {
  const ways = ['x-auth-accesskey', 'x-auth-token', 'authorization'];
  const isSomebody = ways.some((name) => headers.has(name)) || byCookie(world, headers);
  if (isSomebody || call.method !== 'GET') return false;
  return platformOf(world).isOpen && !PERSONAL.test(call.path);
}

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
  const browser = byCookie(world, headers);
  if (browser !== undefined) return browser;
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

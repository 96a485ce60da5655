import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { request } from '~/api/client';
import { currentSession, endAllSessions } from '~/api/session';
import { signIn } from '~/api/signIn/signIn';
import { signOut } from '~/api/signIn/signOut';
import { realWays, sandboxWays, type Way } from './contract/ways';

/** A call by Basic takes a real server seconds. */
const PATIENCE = 60_000;

const proofs = ['x-auth-accesskey', 'x-auth-token', 'x-auth-userid', 'authorization'];

interface Sent {
  line: string;
  proof: string[];
  cookies: RequestCredentials | undefined;
  status: number;
}

/** The browser's `fetch` leads to this way's server from now on; gives what is sent. */
function open(way: Way): Sent[] {
  const log: Sent[] = [];
  vi.stubGlobal('location', new URL(way.origin));
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init.headers);
    const answer = await way.fetch(url, init);
    log.push({
      line: `${init.method} ${url.pathname}`,
      proof: proofs.filter((name) => headers.has(name)),
      cookies: init.credentials,
      status: answer.status,
    });
    return answer;
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return log;
}

afterEach(() => {
  endAllSessions();
});

async function holdSigningIn(way: Way): Promise<void> {
  const log = open(way);
  const result = await signIn(way.connection, way.form);
  expect(result.outcome).toBe('signedIn');
  const person = currentSession()?.person;
  const { data } = await request('GET', 'projects', z.array(z.unknown()), { query: { limit: 1 } });
  expect(data).toHaveLength(1);
  expect(log.at(-1)).toMatchObject({ proof: way.headers, status: 200 });
  // Who it is was said by the server.
  if (way.form.way === 'anonymous') expect(person?.id).toBe(0);
  else {
    const self = z.looseObject({ id: z.int(), username: z.string(), real_name: z.string() });
    const path = way.connection.url === '' ? 'users/self' : `users/${person?.id}`;
    const { data: said } = await request('GET', path, self);
    const { id, username, real_name: realName } = said;
    expect(person).toEqual({ id, username, realName });
  }
  const isByCookie = way.form.way === 'browser';
  expect(new Set(log.map(({ cookies }) => cookies))).toEqual(
    new Set([isByCookie ? 'same-origin' : 'omit']),
  );
  // A password has become a token: it goes out no second time.
  const passwords = log.filter(({ line }) => line === 'POST /api/tokens');
  expect(passwords).toHaveLength(way.form.way === 'password' ? 1 : 0);
}

async function holdSigningOut(way: Way): Promise<void> {
  const log = open(way);
  await signIn(way.connection, way.form);
  log.length = 0;
  expect(await signOut(new QueryClient())).toEqual({ isRevoked: true });
  expect(currentSession()).toBeNull();
  const isToken = way.headers.includes('x-auth-token');
  expect(log.map(({ line, status }) => `${line.replace(/\/[^/]{20,}$/, '/…')} ${status}`)).toEqual(
    isToken ? ['DELETE /api/tokens/… 200'] : [],
  );
}

async function holdRefusal(way: Way, wrong: NonNullable<Way['wrong']>): Promise<void> {
  open(way);
  const refusal = await signIn(way.connection, wrong.form);
  expect(refusal).toMatchObject({ outcome: 'refused', field: wrong.field });
  for (const secret of way.secrets) expect(JSON.stringify(refusal)).not.toContain(secret);
  expect(currentSession()).toBeNull();
}

function holdAll(name: string, ways: readonly Way[]): void {
  describe(`ways in, at ${name}`, () => {
    for (const way of ways) {
      const says = `${way.says}${way.connection.url === '' ? '' : ', from another origin'}`;
      test(`C2: ${says}`, () => holdSigningIn(way), PATIENCE);
      test(`C2: signing out, after ${says}`, () => holdSigningOut(way), PATIENCE);
      const { wrong } = way;
      if (wrong)
        test(`C2: a mistyped one is refused: ${says}`, () => holdRefusal(way, wrong), PATIENCE);
    }
  });
}

holdAll('the sandbox', sandboxWays());

const real = realWays(process.env);
if (real.length > 0) holdAll(new URL(process.env.TULEAP_URL ?? '').host, real);

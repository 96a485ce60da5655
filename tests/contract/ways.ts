import type { Connection } from '~/api/session';
import type { SignInForm } from '~/api/signIn/ways';
import { openBrowserSession, platformOf } from '../sandbox/auth';
import { type OpenWorld, openWorld } from '../sandbox/doors/node';
import { sandboxPeople } from '../sandbox/people';

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** One way in (features C2), at one server. */
export interface Way {
  says: string;
  connection: Connection;
  /** Signs in. */
  form: SignInForm;
  /** Refused at this field; left out where there is nothing to mistype. */
  wrong?: { form: SignInForm; field: string };
  /** The headers that carry the proof, in lower case; none for a cookie and for nobody. */
  headers: readonly string[];
  /** What must be nowhere but in the requests. */
  secrets: readonly string[];
  /** What stands behind the browser's `fetch`, where `location` is this origin. */
  fetch: Fetch;
  origin: string;
}

const anna = sandboxPeople.anna;
const tuleap = { label: 'Tuleap', color: 'teal', kind: 'tuleap' } as const;
const here: Connection = { ...tuleap, id: 'here', url: '' };

/** What the browser adds to a request of our own origin that may carry cookies. */
function withCookies(fetch: Fetch, cookie: string): Fetch {
  return (input, init = {}) => {
    if (init.credentials !== 'same-origin') return fetch(input, init);
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    headers.set('sec-fetch-site', 'same-origin');
    headers.set('sec-fetch-mode', 'cors');
    return fetch(input, { ...init, headers });
  };
}

const byKey = { way: 'accessKey', key: ` ${anna.accessKey}\n`, username: 'anna' } as const;
const byPassword = {
  way: 'password',
  username: 'anna',
  password: anna.password,
  as: 'token',
} as const;

function keyWay(connection: Connection, place: Pick<Way, 'fetch' | 'origin'>): Way {
  return {
    ...place,
    says: 'an access key',
    connection,
    form: byKey,
    wrong: { form: { ...byKey, key: `tlp-k1-1.${'0'.repeat(64)}` }, field: 'key' },
    headers: ['x-auth-accesskey'],
    secrets: [anna.accessKey],
  };
}

function tokenWay(connection: Connection, place: Pick<Way, 'fetch' | 'origin'>): Way {
  return {
    ...place,
    says: 'user name and password, changed into a token',
    connection,
    form: byPassword,
    wrong: { form: { ...byPassword, password: 'not the password' }, field: 'password' },
    headers: ['x-auth-token', 'x-auth-userid'],
    secrets: [anna.password],
  };
}

function basicWay(connection: Connection, world: OpenWorld): Way {
  return {
    ...tokenWay(connection, { fetch: world.browse, origin: world.origin }),
    says: 'HTTP Basic where the server gives no tokens',
    form: { ...byPassword, as: 'basic' },
    wrong: { form: { ...byPassword, as: 'basic', password: 'wrong' }, field: 'password' },
    headers: ['authorization'],
  };
}

function openWay(connection: Connection): Way {
  const { browse: fetch, origin, world } = openWorld();
  platformOf(world).isOpen = true;
  const nobody = { says: 'nobody, on an open platform', headers: [], secrets: [] };
  return { ...nobody, connection, form: { way: 'anonymous' }, fetch, origin };
}

function browserWay(): Way {
  const { browse, origin, world } = openWorld();
  const cookie = openBrowserSession(world, anna.id).split(';')[0] ?? '';
  return {
    says: 'already signed in to Tuleap in this browser',
    connection: here,
    form: { way: 'browser' },
    headers: [],
    secrets: [],
    fetch: withCookies(browse, cookie),
    origin,
  };
}

/** The ways at our own origin and, where there are any, from another one. */
export function sandboxWays(): Way[] {
  const world = openWorld();
  const far: Connection = { ...tuleap, id: 'far', url: world.farOrigin };
  const place = { fetch: world.browse, origin: world.origin };
  const noTokens = openWorld('notokens-ways');
  const ways = [here, far].flatMap((connection) => [
    keyWay(connection, place),
    tokenWay(connection, place),
  ]);
  return [...ways, basicWay(here, noTokens), openWay(here), browserWay()];
}

/** The ways that can be tried at the server of `TULEAP_URL`: by `TULEAP_ACCESS_KEY`, and `TULEAP_USER` with `TULEAP_PASSWORD`. */
export function realWays(env: Record<string, string | undefined>): Way[] {
  const { TULEAP_URL: url, TULEAP_ACCESS_KEY: key } = env;
  const { TULEAP_USER: username, TULEAP_PASSWORD: password } = env;
  if (!url) return [];
  // As through the proxy of a deployment: one origin.
  const place = { fetch: globalThis.fetch, origin: new URL(url).origin };
  return [
    ...(key
      ? [{ ...keyWay(here, place), form: { ...byKey, key }, secrets: [key] } satisfies Way]
      : []),
    ...(username && password
      ? [
          {
            ...tokenWay(here, place),
            form: { ...byPassword, username, password },
            wrong: { form: { ...byPassword, username, password: 'wrong' }, field: 'password' },
            secrets: [password],
          } satisfies Way,
        ]
      : []),
  ];
}

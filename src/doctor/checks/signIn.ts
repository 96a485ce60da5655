import * as z from 'zod/mini';
import { type Bench, headerOf, readAs } from '../bench';
import { amber, type Check, described, green, readOnly, red, unknown } from '../check';

const selfSchema = z.looseObject({ username: z.string(), real_name: z.string() });
const errorSchema = z.looseObject({ error: z.looseObject({ message: z.string() }) });

/** Who the server takes this person for. From another origin `users/self` cannot be asked (live-facts.md, CORS). */
export const whoCheck: Check = {
  id: 'who',
  title: 'Who am I',
  group: 'Sign-in',
  async run(bench) {
    const { person } = bench;
    if (!person) return unknown('Nobody is signed in.', 'Sign in, then check again.');
    const path = `/api/users/${bench.isFar ? person.id : 'self'}`;
    const came = await bench.ask({ method: 'GET', path });
    const self = readAs(came, selfSchema);
    if (self) return green(`${self.real_name} (${self.username}).`);
    return red({
      came: `The server does not say who this is: ${described(came)}.`,
      without: 'Every request is refused; what you typed stays here.',
      mend: 'Sign in again. If that does not help, the proxy takes the X-Auth headers out: pass them on.',
      topic: 'sign-in',
    });
  },
};

/** Whether a password can become a token: asked without one, which Tuleap refuses with 400 (auth/05). */
export const tokensCheck: Check = {
  id: 'tokens',
  title: 'Tokens',
  group: 'Sign-in',
  async run(bench) {
    if (bench.isReadOnly) return readOnly;
    const came = await bench.ask({
      method: 'POST',
      path: '/api/tokens',
      body: {},
      isAnonymous: true,
    });
    if (came.kind === 'answer' && came.status === 400)
      return green('A user name and password can sign in.');
    return red({
      came: `Making a token is answered ${described(came)}.`,
      without: 'A user name and password cannot sign in; an access key can.',
      mend: 'Let POST /api/tokens through, or sign in with an access key.',
      topic: 'pass',
    });
  },
};

/** The user of the probe: a real one would count a failed sign-in. */
const NOBODY = `Basic ${btoa('parterre-doctor:parterre-doctor')}`;

/** Whether HTTP Basic reaches Tuleap: its refusal of a wrong one differs from that of none (auth/10, auth/14). */
export const basicCheck: Check = {
  id: 'basic',
  title: 'Basic',
  group: 'Sign-in',
  costs: 'It costs the server 2 to 3 seconds.',
  async run(bench) {
    const path = bench.isFar ? '/api/projects?limit=1' : '/api/users/self';
    const headers = { Authorization: NOBODY };
    const came = await bench.ask({ method: 'GET', path, headers, isAnonymous: true });
    const said = came.kind === 'answer' ? messageOf(came.text) : '';
    if (/Basic Authentication/.test(said)) return green('HTTP Basic reaches the server.');
    return amber({
      came: `HTTP Basic does not reach the server: ${described(came)}.`,
      without: 'Signing in by HTTP Basic fails; a token and an access key are better anyway.',
      mend: 'Pass the header Authorization on.',
      topic: 'sign-in',
    });
  },
};

function messageOf(text: string): string {
  try {
    const read = z.safeParse(errorSchema, JSON.parse(text));
    return read.success ? read.data.error.message : '';
  } catch {
    // A page of HTML says nothing that counts here.
    return '';
  }
}

const isChallenged = async (bench: Bench): Promise<boolean | undefined> => {
  const came = await bench.ask({ method: 'GET', path: '/api/users/self', isAnonymous: true });
  if (came.kind === 'none' || came.status !== 401) return undefined;
  return headerOf(came, 'www-authenticate') !== null;
};

/** Whether the proxy keeps the header that raises the browser's own login window. */
export const challengeCheck: Check = {
  id: 'challenge',
  title: 'Login window',
  group: 'Sign-in',
  async run(bench) {
    if (bench.isFar) return green('A page of another address never raises it.');
    const challenged = await isChallenged(bench);
    if (challenged === undefined) return unknown('Not known: no refusal came without a sign-in.');
    if (!challenged) return green('The proxy takes WWW-Authenticate out.');
    return amber({
      came: 'WWW-Authenticate comes through.',
      without:
        'The browser may raise a login window of its own, so a sign-in to Tuleap in this browser is not offered here.',
      mend: 'Hide the header in the proxy.',
      topic: 'challenge',
    });
  },
};

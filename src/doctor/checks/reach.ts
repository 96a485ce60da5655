import * as z from 'zod/mini';
import { type Bench, headerOf, isPage, readAs } from '../bench';
import { amber, type Check, described, type Finding, green, red, unknown } from '../check';

const versionSchema = z.looseObject({ version_number: z.string() });

/** Slower than this is felt in every click. */
const SLOW = 1_000;

const askVersion = (bench: Bench) =>
  bench.ask({ method: 'GET', path: '/api/version', isAnonymous: true });

/** Whether the server is there at all. */
export const serverCheck: Check = {
  id: 'server',
  title: 'Server',
  group: 'Reach',
  async run(bench) {
    const came = await askVersion(bench);
    if (came.kind === 'none') {
      const mend = bench.isFar
        ? 'Open its address in a new tab. If it answers there, CORS headers are missing: put a proxy at the address of Parterre.'
        : 'Check the connection, and that the web server of Parterre runs.';
      return red({
        came: `Nothing came: ${came.reason}.`,
        without: 'Nothing works.',
        mend,
        topic: 'all',
      });
    }
    if (isPage(came) && came.status < 300) {
      return red({
        came: 'A page of HTML came instead of JSON, such as the form of a sign-in in front.',
        without: 'Nothing works: Parterre cannot fill in that form.',
        mend: 'Let requests below /api pass the sign-in in front, or give /api to Tuleap itself.',
        topic: 'pass',
      });
    }
    if (came.status >= 400) {
      return red({
        came: `The answer was ${described(came)}.`,
        without: 'Nothing works until the proxy reaches Tuleap.',
        mend: 'Check the address that the proxy passes to, and that Tuleap runs there.',
        topic: 'pass',
      });
    }
    if (came.milliseconds > SLOW) {
      return amber({
        came: `Answers in ${came.milliseconds} ms.`,
        without: 'Every page waits that long for its data.',
        mend: 'Ask whoever runs the server; a Tuleap answers this in less than 150 ms.',
      });
    }
    return green(`Answers in ${came.milliseconds} ms.`);
  },
};

/** The newest major version that Parterre was tried with, and the oldest whose API it expects. */
const TRIED = 17;

/** Whether it is a Tuleap, and which. */
export const versionCheck: Check = {
  id: 'version',
  title: 'Version',
  group: 'Reach',
  async run(bench) {
    const came = await askVersion(bench);
    if (came.kind === 'none') return unknown('Not known: no answer came.');
    const version = readAs(came, versionSchema)?.version_number;
    if (version === undefined) {
      return red({
        came: 'This is not the answer of a Tuleap.',
        without: 'Nothing works with another kind of server.',
        mend: 'Check that /api leads to a Tuleap.',
        topic: 'pass',
      });
    }
    if (Number.parseInt(version, 10) < TRIED) {
      return amber({
        came: `Tuleap ${version}, older than ${TRIED}.`,
        without: 'Some pages may miss routes that this version does not have yet.',
        mend: 'Ask for an update of Tuleap.',
      });
    }
    return green(`Tuleap ${version}.`);
  },
};

/** Same origin or another one: decides how saves are checked (features D1). */
export const originCheck: Check = {
  id: 'origin',
  title: 'Address',
  group: 'Reach',
  async run(bench) {
    if (!bench.isFar)
      return green('This page and the server share one address: all headers can be read.');
    return amber({
      came: 'The server is at another address than this page.',
      without:
        'Conflict detection runs in fallback mode: changeset comparison. Parterre looks for newer changes before each save and again after it; between the two somebody may be overwritten, and then you are told.',
      mend: 'Serve Parterre and Tuleap at one address with the proxy text.',
      topic: 'all',
    });
  },
};

async function corsFinding(bench: Bench): Promise<Finding> {
  // A key of the right form that nobody has: the header alone makes the browser ask first.
  const headers = { 'X-Auth-AccessKey': 'tlp-k1-0.0' };
  const path = '/api/projects?limit=1';
  const came = await bench.ask({ method: 'GET', path, headers, isAnonymous: true });
  if (came.kind === 'answer')
    return green('The server lets pages of another address sign in and read.');
  const simple = await askVersion(bench);
  return red({
    came:
      simple.kind === 'answer'
        ? 'The browser’s question before a request (OPTIONS) is not answered as it must be.'
        : 'The answers lack Access-Control-Allow-Origin, or do not come.',
    without: 'The browser withholds every answer: nothing can be read or saved.',
    mend: 'Let Tuleap’s own Access-Control headers through, or put a proxy at the address of Parterre.',
    topic: 'all',
  });
}

/** What the browser lets a page of another origin do. */
export const corsCheck: Check = {
  id: 'cors',
  title: 'CORS',
  group: 'Reach',
  run: async (bench) =>
    bench.isFar ? corsFinding(bench) : green('Not needed at the same address.'),
};

const NOTED = 30_000;
const WRONG = 300_000;

function ahead(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1000;
  const amount = seconds < 120 ? `${seconds.toFixed(0)} s` : `${Math.round(seconds / 60)} min`;
  return `The server is ${amount} ${milliseconds > 0 ? 'ahead of' : 'behind'} this device`;
}

/** The server's clock against this device's, to a second: the Date header knows no more. */
export const clockCheck: Check = {
  id: 'clock',
  title: 'Clock',
  group: 'Reach',
  async run(bench) {
    const came = await askVersion(bench);
    const date = Date.parse(headerOf(came, 'date') ?? '');
    if (came.kind === 'none' || Number.isNaN(date)) {
      return unknown(
        bench.isFar
          ? 'Not known: the header Date cannot be read from another address.'
          : 'Not known: no answer with the header Date came.',
      );
    }
    // The header is cut to whole seconds.
    const difference = date + 500 - (came.at - came.milliseconds / 2);
    if (Math.abs(difference) < NOTED) return green('Server and device agree to the second.');
    const trouble = {
      came: `${ahead(difference)}.`,
      without:
        '“Just now” and “2 hours ago” are wrong by that much, and a sign-in may end sooner than shown.',
      mend: 'Set the clock of this device by the network; if it is right, tell whoever runs the server.',
    };
    return Math.abs(difference) < WRONG ? amber(trouble) : red(trouble);
  },
};

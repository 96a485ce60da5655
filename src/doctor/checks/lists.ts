import { type Came, headerOf, isPage } from '../bench';
import { amber, type Check, green, red, unknown } from '../check';

/** What Parterre asks for at once, which is the most that a Tuleap gives of projects (live-facts.md, Numbers). */
const PAGE = 50;

const numberIn = (came: Came, name: string): number | null => {
  const text = headerOf(came, name) ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
};

/** How long a list is, and how much of it comes at once (features A5). */
export const listsCheck: Check = {
  id: 'lists',
  title: 'Lists',
  group: 'Reach',
  async run(bench) {
    if (!bench.person) return unknown('Not tested: nobody is signed in.');
    const came = await bench.ask({ method: 'GET', path: '/api/projects?limit=1' });
    if (came.kind === 'none' || came.status !== 200 || isPage(came)) {
      return unknown('Not known: the list of projects does not come.');
    }
    const [most, size] = ['x-pagination-limit-max', 'x-pagination-size'].map((name) =>
      numberIn(came, name),
    );
    if (typeof most === 'number' && most < PAGE) {
      return red({
        came: `The server gives ${most} of a list at once at most.`,
        without: `Lists are refused: Parterre asks for ${PAGE} at once.`,
        mend: 'Ask whoever runs Tuleap, or the proxy before it, who lowers X-PAGINATION-LIMIT-MAX.',
      });
    }
    if (typeof size !== 'number') {
      return amber({
        came: 'The answers do not tell how long a list is.',
        without: 'Lists are read one page after the other until one is empty, which takes longer.',
        mend: 'Let the answer’s X-PAGINATION headers through.',
        topic: 'pass',
      });
    }
    const inAll = `${size.toLocaleString()} ${size === 1 ? 'project' : 'projects'} in all`;
    return green(typeof most === 'number' ? `At most ${most} at once, ${inAll}.` : `${inAll}.`);
  },
};

import { type Bench, type Came, headerOf } from '../bench';
import { amber, type Check, described, type Finding, green, red, unknown } from '../check';
import { projectToTry } from '../subject';

async function askService(bench: Bench, name: string): Promise<Came | Finding> {
  if (!bench.person) return unknown('Not tested: nobody is signed in.');
  const project = await projectToTry(bench);
  if (project === undefined) return unknown('Not tested: no project can be seen.');
  return bench.ask({ method: 'GET', path: `/api/projects/${project}/${name}?limit=1` });
}

/** How many the project has, where that is worth a word. */
function seen(came: Came): string {
  const count = Number(headerOf(came, 'x-pagination-size') ?? 0);
  return count > 0 ? `, ${count} in the project that was looked at` : '';
}

/** Whether this Tuleap has trackers. */
export const trackersCheck: Check = {
  id: 'trackers',
  title: 'Trackers',
  group: 'Services',
  async run(bench) {
    const came = await askService(bench, 'trackers');
    if ('level' in came) return came;
    if (came.kind === 'answer' && came.status === 200) {
      return green(`There${seen(came)}.`);
    }
    return red({
      came: `Trackers are answered ${described(came)}.`,
      without: 'Neither trackers nor artifacts can be shown.',
      mend: 'Ask whoever runs Tuleap for the service Trackers.',
    });
  },
};

/** Whether this Tuleap has Subversion; an outsider gets 404 too (live-facts.md, Errors). */
export const svnCheck: Check = {
  id: 'svn',
  title: 'SVN',
  group: 'Services',
  async run(bench) {
    const came = await askService(bench, 'svn');
    if ('level' in came) return came;
    if (came.kind === 'answer' && came.status === 200) {
      return green(`There${seen(came)}.`);
    }
    return amber({
      came: `Subversion is answered ${described(came)}.`,
      without: 'Repositories and access files cannot be shown in that project.',
      mend: 'Switch the service SVN on in the project, or ask whoever runs Tuleap for it.',
    });
  },
};

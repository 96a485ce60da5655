import type { Reader } from './model';

/** Who may sign in to the sandbox's Blueprint. */
export const readers: readonly Reader[] = [
  {
    username: 'paula',
    realName: 'Paula Ortiz',
    password: 'paula',
    id: 211,
    role: 'Author',
    note: 'Sees every artifact.',
    hasLicence: true,
  },
  {
    username: 'rolf',
    realName: 'Rolf Steiner',
    password: 'rolf',
    id: 212,
    role: 'Collaborator',
    note: 'Some artifacts are hidden from him: his pages are short, the total is not.',
    hasLicence: true,
  },
  {
    username: 'vera',
    realName: 'Vera Lind',
    password: 'vera',
    id: 213,
    role: 'Viewer',
    note: 'Has no licence for the list: a 403.',
    hasLicence: false,
  },
];

/** Where the sandbox's Blueprint answers, at the origin of the page. */
export const BLUEPRINT_PATH = '/blueprint-api';

/** Its entry in `parterre.json`. */
export const sandboxBlueprint = {
  id: 'sandbox-blueprint',
  label: 'Sandbox Blueprint',
  url: '',
  path: BLUEPRINT_PATH,
  color: 'orange' as const,
  kind: 'blueprint' as const,
  people: readers.map(({ username, realName, role, note, password }) => ({
    username,
    realName,
    role,
    note,
    password,
  })),
};

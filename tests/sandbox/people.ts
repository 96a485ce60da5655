import type { SandboxUser } from './model';

/** A person of the sample world who signs in, as the connect page offers them and as the seed creates them. */
export interface SandboxPerson {
  id: number;
  username: string;
  realName: string;
  email: string;
  password: string;
  accessKey: string;
  isSiteAdmin: boolean;
  status: SandboxUser['status'];
  /** What the person is in the project `acme`. */
  role: string;
  /** One sentence: what this person is good for when trying something out. */
  note: string;
}

function person(
  place: { id: number; key: number },
  facts: Pick<SandboxPerson, 'username' | 'realName' | 'role' | 'note'> & Partial<SandboxPerson>,
): SandboxPerson {
  return {
    id: place.id,
    email: `${facts.username}@example.org`,
    password: `${facts.username}-password`,
    // The shape of a real key (conventions.md §2): `tlp-k1-`, number of the key, a dot, 64 hexadecimal digits.
    accessKey: `tlp-k1-${place.key}.${String(place.key).repeat(64)}`,
    isSiteAdmin: false,
    status: 'A',
    ...facts,
  };
}

export const sandboxPeople = {
  anna: person(
    { id: 102, key: 1 },
    {
      username: 'anna',
      realName: 'Anna Berger',
      role: 'Project admin',
      note: 'May change everything in acme.',
    },
  ),
  ben: person(
    { id: 103, key: 2 },
    {
      username: 'ben',
      realName: 'Ben Okafor',
      role: 'Developers',
      note: 'Edits artifacts and administers nothing.',
    },
  ),
  carl: person(
    { id: 104, key: 3 },
    {
      username: 'carl',
      realName: 'Carl Lindqvist',
      role: 'QA',
      note: 'Tests, comments, and may not read every field.',
    },
  ),
  dora: person(
    { id: 105, key: 4 },
    {
      username: 'dora',
      realName: 'Dora Nemeth',
      role: 'Site admin',
      note: 'Sees every project, and administers them all.',
      isSiteAdmin: true,
    },
  ),
  emil: person(
    { id: 106, key: 5 },
    {
      username: 'emil',
      realName: 'Emil Hartmann',
      role: 'Contractors',
      note: 'Restricted: sees only what restricted people may see.',
      status: 'R',
    },
  ),
  fiona: person(
    { id: 107, key: 6 },
    {
      username: 'fiona',
      realName: 'Fiona Walsh',
      role: 'Suspended',
      note: 'Her account is suspended: nothing opens.',
      status: 'S',
    },
  ),
} as const satisfies Record<string, SandboxPerson>;

export type PersonName = keyof typeof sandboxPeople;

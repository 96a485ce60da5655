import { FAULTY_PROJECT } from '../faults';
import type { SandboxGroup, SandboxProject, SandboxUser, World } from '../model';
import { projectGroups } from './groups';
import { type NamedProject, otherProjects, ownProjects } from './projectNames';

const announced = [
  'trackers',
  'svn',
  'project_services',
  'user_groups',
  'phpwiki',
  'heartbeats',
  'labels',
];

function project(
  facts: Omit<NamedProject, 'place'>,
  people: { members: number[]; admins: number[]; more?: SandboxGroup[] },
): SandboxProject {
  return {
    id: facts.id,
    label: facts.label,
    shortname: facts.shortname,
    description: facts.description,
    icon: facts.icon ?? '',
    access: facts.access,
    status: 'active',
    isTemplate: false,
    services: announced,
    groups: [...projectGroups(facts.id, people), ...(people.more ?? [])],
  };
}

/** `count` of the colleagues, another stretch of them for every project. */
function colleagues(world: World, start: number, count: number): number[] {
  const pool = world.users.filter((user: SandboxUser) => user.id >= 200 && user.status === 'A');
  return Array.from(
    { length: count },
    (_, index) => pool[(start * 7 + index) % pool.length]?.id ?? 0,
  );
}

function staticGroup(projectId: number, id: number, label: string, memberIds: number[]) {
  return { id: String(id), projectId, label, shortName: label, key: label, memberIds };
}

/** Project 122 with its groups (journeys.md): anna administers, ben develops, carl tests, emil is a contractor. */
function acme(world: World, facts: NamedProject): SandboxProject {
  const [anna, ben, carl, emil] = [102, 103, 104, 106];
  const crew = colleagues(world, 0, 20);
  return project(facts, {
    members: [anna, ben, carl, emil, ...crew],
    admins: [anna],
    more: [
      staticGroup(122, 131, 'Developers', [ben, ...crew.slice(0, 6)]),
      staticGroup(122, 132, 'QA', [carl, ...crew.slice(6, 9)]),
      staticGroup(122, 133, 'Contractors', [emil, ...crew.slice(9, 12)]),
    ],
  });
}

function own(world: World, facts: NamedProject): SandboxProject {
  if (facts.id === 122) return acme(world, facts);
  const crew = colleagues(world, facts.id, 4 + (facts.id % 23));
  const isAdmin = facts.place === 'admin';
  return project(facts, {
    members: [102, 103, ...crew],
    admins: isAdmin ? [102] : crew.slice(0, 2),
    more: [staticGroup(facts.id, 200 + facts.id, 'Developers', [103, ...crew.slice(0, 3)])],
  });
}

function others(world: World): SandboxProject[] {
  const taken = new Set([
    ...ownProjects.map(({ id }) => id),
    100,
    110,
    111,
    115,
    116,
    FAULTY_PROJECT,
  ]);
  let id = 101;
  return otherProjects.map((facts, index) => {
    while (taken.has(id)) id += 1;
    const crew = colleagues(world, index, 3 + (index % 11));
    const made = project({ ...facts, id }, { members: crew, admins: crew.slice(0, 1) });
    id += 1;
    // Every seventh has no SVN, every ninth no trackers: pages must follow what a project announces.
    made.services = announced.filter(
      (service) =>
        !(service === 'svn' && index % 7 === 2) && !(service === 'trackers' && index % 9 === 5),
    );
    return made;
  });
}

/** The templates, what is suspended, deleted or waiting, and the project whose panels fail. */
function special(world: World): SandboxProject[] {
  const crew = colleagues(world, 3, 5);
  const people = { members: crew, admins: crew.slice(0, 1) };
  const description = 'Made from the company template.';
  const make = (id: number, names: [string, string], change: Partial<SandboxProject>) => ({
    ...project({ id, label: names[0], shortname: names[1], access: 'public', description }, people),
    ...change,
  });
  const withAnna = projectGroups(111, { members: [102, ...crew], admins: crew.slice(0, 1) });
  return [
    make(100, ['Default template', 'none'], { isTemplate: true, access: 'private' }),
    make(110, ['Old intranet', 'old-intranet'], { status: 'deleted', access: 'private' }),
    make(111, ['Pilot line 2', 'pilot-2'], { status: 'suspended', groups: withAnna }),
    make(115, ['Product template', 'tpl-product'], { isTemplate: true }),
    make(116, ['Night train concept', 'night-train'], { status: 'pending', access: 'private' }),
    make(FAULTY_PROJECT, ['Fault workshop', 'faults'], {
      description: 'Its panels fail one by one, to see what that looks like.',
      icon: '🧯',
      groups: projectGroups(FAULTY_PROJECT, { members: [102, 103, ...crew], admins: [102] }),
    }),
  ];
}

/** About 140 projects: `acme` (122), anna's others, the products around them, and the odd ones. */
export function seedProjects(world: World): void {
  const all = [
    ...ownProjects.map((facts) => own(world, facts)),
    ...others(world),
    ...special(world),
  ].sort((a, b) => a.id - b.id);
  for (const made of all) world.projects.set(made.id, made);
}

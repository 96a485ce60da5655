import type { SandboxRepository, World } from '../model';

/** As it stands before journey J8: default permissions are off on purpose (design/svn-access). */
const repo01AccessFile = `[groups]
Reviewers = anna, ben

[/]
* =
@members = r
@Developers = rw

[/trunk/docs]
@QA = rw

[/tags]
* = r
@Reviewers = rw`;

function repository(
  place: { id: number; projectId: number; name: string },
  settings: Partial<SandboxRepository['settings']> = {},
): SandboxRepository {
  return {
    ...place,
    isDeleted: false,
    settings: {
      isReferenceMandatory: false,
      isMessageChangeAllowed: false,
      immutablePaths: [],
      immutableWhitelist: [],
      accessFile: '',
      hasDefaultPermissions: true,
      notifications: [],
      ...settings,
    },
  };
}

const repositories: readonly SandboxRepository[] = [
  repository(
    { id: 1, projectId: 122, name: 'repo01' },
    {
      isReferenceMandatory: true,
      immutablePaths: ['/tags'],
      immutableWhitelist: ['/tags/wip'],
      accessFile: repo01AccessFile,
      hasDefaultPermissions: false,
      notifications: [
        { path: '/trunk', emails: ['dev@example.org'], users: [103], groups: ['122_3'] },
        { path: '/tags', emails: [], users: [102, 104], groups: ['132'] },
        { path: '/', emails: ['audit@example.org', 'archive@example.org'], users: [], groups: [] },
      ],
    },
  ),
  repository({ id: 2, projectId: 122, name: 'manuals' }),
  repository(
    { id: 3, projectId: 122, name: 'closed-plans' },
    { accessFile: '[/]\n* =\n@Developers = rw', hasDefaultPermissions: false },
  ),
  repository({ id: 4, projectId: 131, name: 'billing' }),
  repository({ id: 5, projectId: 131, name: 'ledger-interface' }),
  repository({ id: 6, projectId: 118, name: 'gateway-firmware' }, { immutablePaths: ['/tags'] }),
  repository({ id: 7, projectId: 118, name: 'bootloader' }),
  repository({ id: 8, projectId: 118, name: 'hil-bench' }),
  repository({ id: 9, projectId: 118, name: 'schematics' }),
  repository({ id: 10, projectId: 167, name: 'platform' }),
  repository({ id: 11, projectId: 129, name: 'terminals' }),
];

/** `repo01` of acme with an access file, notifications and immutable tags, and repositories of other projects. */
export function seedRepositories(world: World): void {
  for (const one of repositories) world.repositories.set(one.id, structuredClone(one));
}

import type {
  ListValue,
  SandboxArtifact,
  SandboxField,
  SandboxTracker,
  SandboxUser,
  World,
} from '../model';

/** A world made of one recorded tracker with its artifacts (shared/tql-cases), so that our answers meet the server's. */

type Json = Readonly<Record<string, unknown>>;

export interface RecordedCases {
  asked_at: string;
  tracker: Json & { id: number; item_name: string; label: string; fields: readonly Json[] };
  artifacts: readonly (Json & { id: number; values: readonly Json[] })[];
  cases: readonly { tql: string; status: number; error?: Json; ids?: readonly number[] }[];
  criteria: readonly { query: unknown; status: number; error?: Json; ids?: readonly number[] }[];
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function listValues(field: Json): ListValue[] | undefined {
  const values = list(field.values);
  if (values.length === 0) return undefined;
  return values.map((value) => {
    const group = (value.ugroup_reference ?? (value.short_name ? value : undefined)) as
      | Json
      | undefined;
    return {
      id: (value.id as number | string) ?? 0,
      label: group ? text(group.id) : text(value.label),
      isHidden: value.is_hidden === true,
      color: text(value.value_color),
    };
  });
}

function fieldOf(field: Json): SandboxField {
  const type = (field.bindings as Json).type as 'static' | 'users' | 'ugroups' | null;
  const sources = list((field.bindings as Json).list).map((source) => String(source.id));
  const values = type === 'users' ? undefined : listValues(field);
  return {
    id: field.field_id as number,
    name: text(field.name),
    label: text(field.label),
    description: '',
    type: text(field.type),
    isRequired: false,
    isCollapsed: false,
    parentId: null,
    permissions: { read: ['1'], create: ['2'], update: ['2'] },
    ...(type ? { bind: { type, groups: sources } } : {}),
    ...(values ? { values } : {}),
    isTimeDisplayed: field.is_time_displayed === true,
  };
}

function storedValue(value: Json): unknown {
  switch (value.type) {
    case 'text':
      return { content: text(value.commonmark ?? value.value), format: 'commonmark' };
    case 'date':
      return typeof value.value !== 'string'
        ? null
        : value.is_time_displayed
          ? value.value
          : value.value.slice(0, 10);
    case 'tbl':
      return list(value.bind_value_objects).map((one) => one.id);
    case 'art_link':
      return list(value.links).map((link) => ({ id: link.id, type: text(link.type) }));
    case 'file':
      return list(value.file_descriptions).map((file) => file.id);
    case 'sb':
    case 'rb':
    case 'msb':
    case 'cb':
      return (value.bind_value_ids as (number | string)[]).filter((id) => id !== 100);
    default:
      return value.value;
  }
}

function artifactOf(
  trackerId: number,
  artifact: RecordedCases['artifacts'][number],
): SandboxArtifact {
  const values = new Map(
    artifact.values.map((value) => [value.field_id as number, storedValue(value)] as const),
  );
  const comment = { content: '', format: 'text' as const };
  const at = (key: string): number => Math.floor(Date.parse(text(artifact[key])) / 1000);
  const by = { first: artifact.submitted_by as number, last: artifact.last_update_by as number };
  return {
    id: artifact.id,
    trackerId,
    isDeleted: false,
    changesets: [
      { id: 1, submittedBy: by.first, submittedOn: at('submitted_on'), comment, values },
      { id: 2, submittedBy: by.last, submittedOn: at('last_modified_date'), comment, values },
    ],
  };
}

/** Everybody that the recording names as a choice or an author. */
function usersOf(recorded: RecordedCases): SandboxUser[] {
  const found = new Map<number, string>();
  for (const field of recorded.tracker.fields) {
    for (const value of list(field.values)) {
      if (value.user_reference) found.set(value.id as number, text(value.label));
    }
  }
  for (const artifact of recorded.artifacts) {
    const author = artifact.submitted_by_user as Json;
    found.set(author.id as number, text(author.username));
  }
  return [...found].map(([id, username]) => ({
    id,
    username,
    ...{ realName: username, email: `${username}@example.org`, password: '', accessKey: '' },
    ...{ isSiteAdmin: false, status: 'A' as const, role: '', note: '' },
  }));
}

/** Users of a list bound to the members are those that the recorded list offers. */
function memberIds(recorded: RecordedCases): number[] {
  const bound = recorded.tracker.fields.filter(
    (field) => field.type !== 'subby' && (field.bindings as Json).type === 'users',
  );
  return bound.flatMap((field) => list(field.values).map((value) => value.id as number));
}

function groupsOf(recorded: RecordedCases, projectId: number) {
  const groups = new Map<string, Json>();
  for (const field of recorded.tracker.fields) {
    for (const value of list(field.values)) {
      const group = (value.ugroup_reference ?? (value.short_name ? value : undefined)) as
        | Json
        | undefined;
      if (group) groups.set(text(group.id), group);
    }
  }
  groups.set(`${projectId}_3`, {
    ...{ label: 'Project members', short_name: 'project_members' },
    ...groups.get(`${projectId}_3`),
  });
  return [...groups].map(([id, group]) => ({
    id,
    projectId,
    label: text(group.label),
    shortName: text(group.short_name),
    key: text(group.key),
    memberIds: [...new Set([102, ...memberIds(recorded)])],
  }));
}

function linkTypesOf(recorded: RecordedCases): SandboxTracker['linkTypes'] {
  const field = recorded.tracker.fields.find((candidate) => candidate.type === 'art_link');
  const fallback = ['_is_child', 'blocks', 'fixed_in', 'relates_to'];
  const types = list(field?.allowed_types).map((type) => text(type.shortname));
  return (types.length > 0 ? types : fallback).map((shortname) => ({
    ...{ shortname, forward: shortname, reverse: shortname },
  }));
}

/** Other ends of links may not be recorded: they stand in, sources with the one link that is known of them. */
function addOtherEnds(world: World, recorded: RecordedCases): void {
  for (const artifact of recorded.artifacts) {
    for (const value of artifact.values.filter((one) => one.type === 'art_link')) {
      for (const link of list(value.reverse_links)) addEnd(world, link, artifact.id);
      for (const link of list(value.links)) addEnd(world, link, null);
    }
  }
}

function addEnd(world: World, link: Json, target: number | null): void {
  const id = link.id as number;
  const reference = link.tracker as Json;
  const trackerId = reference.id as number;
  if (world.artifacts.has(id)) return;
  if (!world.trackers.has(trackerId)) {
    const [first] = world.trackers.values();
    if (!first) return;
    const fields = [...first.fields.filter((field) => field.type === 'art_link').slice(0, 1)];
    world.trackers.set(trackerId, {
      ...first,
      id: trackerId,
      itemName: text(reference.label).toLowerCase(),
      fields,
    });
  }
  const field = world.trackers.get(trackerId)?.fields.find((one) => one.type === 'art_link');
  const links = target === null ? [] : [{ id: target, type: text(link.type) }];
  const values = new Map([[field?.id ?? 0, links]]);
  const comment = { content: '', format: 'text' as const };
  world.artifacts.set(id, {
    ...{ id, trackerId, isDeleted: false },
    changesets: [{ id: 3, submittedBy: 102, submittedOn: 0, comment, values }],
  });
}

/**
 * What the reader of tracker 61 was not shown: its comments and its one link. They are those of the project's own
 * test suite (reference conformance-cases.md, Q13–Q18).
 */
const unshown = [
  { id: 128, comment: 'comment', links: [] },
  { id: 129, comment: 'Everybody can see it', links: [{ id: 128, type: '_is_child' }] },
];

function addUnshown(world: World, tracker: SandboxTracker): void {
  if (tracker.id !== 61) return;
  const field: SandboxField = {
    ...{ id: 6_100, name: 'unshown_links', label: '', description: '', type: 'art_link' },
    ...{ isRequired: false, isCollapsed: false, parentId: null },
    permissions: { read: [], create: [], update: [] },
  };
  tracker.fields.push(field);
  for (const { id, comment, links } of unshown) {
    const last = world.artifacts.get(id)?.changesets.at(-1);
    if (!last) continue;
    last.comment = { content: comment, format: 'text' };
    last.values = new Map([...last.values, [field.id, links]]);
  }
}

/** The recorded tracker, its people, groups and artifacts, at the time of the recording. */
export function recordedWorld(recorded: RecordedCases): { world: World; tracker: SandboxTracker } {
  const projectId = (recorded.tracker.project as Json).id as number;
  const tracker: SandboxTracker = {
    ...{ id: recorded.tracker.id, projectId, label: recorded.tracker.label },
    ...{ itemName: recorded.tracker.item_name, description: '', colorName: '' },
    fields: recorded.tracker.fields.map(fieldOf),
    ...{
      semantics: {},
      workflow: null,
      dependencies: [],
      adminGroupIds: [],
      parentTrackerId: null,
    },
    linkTypes: linkTypesOf(recorded),
  };
  const world: World = {
    name: 'recorded',
    users: usersOf(recorded),
    projects: new Map([
      [
        projectId,
        {
          ...{ id: projectId, label: '', shortname: '', description: '', icon: '' },
          ...{ access: 'private' as const, status: 'active' as const, isTemplate: false },
          ...{ services: [], groups: groupsOf(recorded, projectId) },
        },
      ],
    ]),
    trackers: new Map([[tracker.id, tracker]]),
    artifacts: new Map(recorded.artifacts.map((one) => [one.id, artifactOf(tracker.id, one)])),
    files: filesOf(recorded),
    ...{ repositories: new Map(), tokens: new Map(), preferences: new Map() },
    ...{ accessKeys: new Map(), services: new Map(), banners: new Map(), refusals: new Map() },
    armedFaults: [],
    networks: [],
    nextId: {
      ...{ artifact: 1, changeset: 1, file: 1, repository: 1, project: 1, token: 1 },
      ...{ accessKey: 1, group: 1, service: 1 },
    },
    clockOffset: 0,
    now: () => Date.parse(recorded.asked_at),
  };
  addOtherEnds(world, recorded);
  addUnshown(world, tracker);
  return { world, tracker };
}

function filesOf(recorded: RecordedCases): World['files'] {
  const files: World['files'] = new Map();
  for (const artifact of recorded.artifacts) {
    for (const value of artifact.values) {
      for (const file of list(value.file_descriptions)) {
        const id = file.id as number;
        files.set(id, {
          ...{
            id,
            name: text(file.name),
            type: text(file.type),
            description: text(file.description),
          },
          ...{ submittedBy: 102, bytes: new Uint8Array(0), artifactId: artifact.id, chunks: 1 },
        });
      }
    }
  }
  return files;
}

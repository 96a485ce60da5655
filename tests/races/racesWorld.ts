import { type OpenWorld, openWorld } from '../sandbox/doors/node';
import type { SandboxArtifact, SandboxTracker, StoredValue } from '../sandbox/model';
import { sandboxPeople } from '../sandbox/people';
import { placesOf } from '../sandbox/seed/places';
import { type ElementPlan, layOut, usualLinkTypes } from '../sandbox/seed/structure/fieldKit';
import { type ConcurrencyMode, setConcurrency, setWriteGap } from '../sandbox/tracker/concurrency';

/** Files that each person may attach, and artifacts that may be linked to: enough that a run need not use one twice. */
const FILES_EACH = 12;
export const linkable: readonly number[] = Array.from({ length: 12 }, (_, at) => 401 + at);

const options = [['A'], ['B'], ['C'], ['D'], ['E'], ['F'], ['G'], ['H']] as const;
const people = { type: 'users' as const, groups: ['3'] };

/** What the server alone writes: every changeset shows it as it is now (changesets/09), so it must tell no state apart. */
const automatic: readonly ElementPlan[] = [
  { type: 'lud', name: 'updated', label: 'Last update' },
  { type: 'luby', name: 'updater', label: 'Last update by' },
  { type: 'cross', name: 'mentions', label: 'Cross-references' },
];

/** A field of every type that people can write: small trackers, so that one run is cheap. A new type is a line here. */
const plans: readonly (readonly ElementPlan[])[] = [
  [
    { type: 'string', name: 'title', label: 'Title', isRequired: true },
    { type: 'text', name: 'markdown', label: 'Markdown' },
    { type: 'int', name: 'effort', label: 'Effort' },
    { type: 'sb', name: 'status', label: 'Status', options },
    { type: 'art_link', name: 'links', label: 'Links' },
    { type: 'msb', name: 'regions', label: 'Regions', options },
    ...automatic,
  ],
  [
    { type: 'text', name: 'plain', label: 'Plain' },
    { type: 'float', name: 'hours', label: 'Hours' },
    { type: 'date', name: 'due', label: 'Due' },
    { type: 'cb', name: 'browsers', label: 'Browsers', options },
    { type: 'file', name: 'files', label: 'Files' },
    { type: 'tbl', name: 'labels', label: 'Labels', options },
    ...automatic,
  ],
  [
    { type: 'text', name: 'html', label: 'HTML' },
    { type: 'date', name: 'met', label: 'Met', isTimeDisplayed: true },
    { type: 'rb', name: 'severity', label: 'Severity', options },
    { type: 'sb', name: 'owner', label: 'Owner', bind: people },
    { type: 'computed', name: 'remaining', label: 'Remaining' },
    { type: 'perm', name: 'access', label: 'Access' },
    ...automatic,
  ],
];

const startOf: Readonly<Record<string, StoredValue>> = {
  title: 'Title',
  markdown: {
    content: Array.from({ length: 9 }, (_, at) => `Line ${at}`).join('\n'),
    format: 'commonmark',
  },
  plain: {
    content: Array.from({ length: 9 }, (_, at) => `Row ${at}`).join('\r\n'),
    format: 'text',
  },
  html: {
    content: Array.from({ length: 9 }, (_, at) => `<p>Part ${at}</p>`).join('\n'),
    format: 'html',
  },
  effort: 5,
  hours: 2.5,
  due: '2026-11-01',
  met: '2026-11-01T08:00:00.000Z',
};

function firstValues({ fields, projectId }: SandboxTracker): Map<number, StoredValue> {
  const values = new Map<number, StoredValue>();
  for (const field of fields) {
    const given = startOf[field.name];
    const [first, second] = field.values ?? [];
    if (given !== undefined) values.set(field.id, given);
    else if (first && second) {
      const isSingle = field.type === 'sb' || field.type === 'rb';
      values.set(field.id, isSingle ? [first.id] : [first.id, second.id]);
    } else if (field.type === 'perm') {
      values.set(field.id, [`${projectId}_3`]);
    } else if (field.type === 'art_link') {
      values.set(
        field.id,
        linkable.slice(0, 2).map((id) => ({ id, type: 'relates_to' })),
      );
    }
  }
  return values;
}

export interface RacesWorld {
  open: OpenWorld;
  trackers: readonly SandboxTracker[];
  /** A new artifact in the tracker, as anna made it; the one before is gone. */
  begin(tracker: SandboxTracker, run: Run): SandboxArtifact;
  /** Others in the same tracker, new as well: who links to the first one, or may. None where it has no links. */
  neighbours(tracker: SandboxTracker): SandboxArtifact[];
  /** An access key of that person which only this tab has: it tells whose request it is. */
  keyFor(tab: number, userId: number): string;
}

/** How the server of one run behaves. */
export interface Run {
  mode: ConcurrencyMode;
  seed: number;
  now: () => number;
  /** What a PUT waits for between its check and its write. */
  gap: () => Promise<void>;
}

function addFiles({ world }: OpenWorld): void {
  for (const { id } of Object.values(sandboxPeople)) {
    for (let at = 0; at < FILES_EACH; at += 1) {
      const fileId = id * 100 + at;
      world.files.set(fileId, {
        id: fileId,
        name: `${fileId}.txt`,
        type: 'text/plain',
        description: '',
        submittedBy: id,
        bytes: new Uint8Array([120]),
        artifactId: null,
        chunks: 1,
      });
    }
  }
}

/** The world of the races: the seeded one with trackers that hold every type of field, one artifact at a time. */
export function racesWorld(): RacesWorld {
  const open = openWorld('races');
  const { world } = open;
  const places = placesOf(world);
  const trackers = plans.map((plan, index): SandboxTracker => {
    const id = 601 + index;
    const fields = layOut({ trackerId: id, projectId: places.projectId }, plan);
    const title = fields.find(({ name }) => name === 'title');
    return {
      id,
      projectId: places.projectId,
      label: `Races ${id}`,
      itemName: `race${id}`,
      description: '',
      colorName: 'inca-silver',
      fields,
      semantics: title ? { title: title.id } : {},
      workflow: null,
      dependencies: [],
      linkTypes: usualLinkTypes,
      adminGroupIds: [places.admins],
      parentTrackerId: null,
    };
  });
  for (const tracker of trackers) world.trackers.set(tracker.id, tracker);
  const artifactId = 30_001;
  const made = (tracker: SandboxTracker, id: number): SandboxArtifact => {
    const changesetId = world.nextId.changeset;
    world.nextId.changeset += 1;
    const artifact: SandboxArtifact = {
      id,
      trackerId: tracker.id,
      isDeleted: false,
      changesets: [
        {
          id: changesetId,
          submittedBy: sandboxPeople.anna.id,
          submittedOn: Math.floor(world.now() / 1000),
          comment: { content: '', format: 'text' },
          values: firstValues(tracker),
        },
      ],
    };
    world.artifacts.set(id, artifact);
    return artifact;
  };
  // What a test creates is newer than that one.
  world.nextId.artifact = Math.max(world.nextId.artifact, 40_001);
  return {
    open,
    trackers,
    keyFor(tab, userId) {
      const id = 9_000 + tab * 200 + userId;
      const identifier = `tlp-k1-${id}.${String(tab).repeat(64)}`;
      const scopes = ['write:rest'];
      const times = { createdAt: 0, expiresAt: null, lastUsedAt: null };
      world.accessKeys.set(id, { id, userId, identifier, description: '', scopes, ...times });
      return identifier;
    },
    begin(tracker, { mode, seed, now, gap }) {
      world.now = now;
      world.nextId.changeset = 200_000;
      addFiles(open);
      setConcurrency(world, mode, seed);
      setWriteGap(world, gap);
      return made(tracker, artifactId);
    },
    neighbours(tracker) {
      const hasLinks = tracker.fields.some(({ type }) => type === 'art_link');
      return hasLinks ? [1, 2, 3].map((at) => made(tracker, artifactId + at)) : [];
    },
  };
}

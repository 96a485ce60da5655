import { takeFault } from '../../faults';
import { problem, Refusal } from '../../http';
import type {
  ForwardLink,
  SandboxArtifact,
  SandboxChangeset,
  SandboxField,
  SandboxTracker,
  StoredValue,
  TextContent,
  World,
} from '../../model';
import { hasRight, type Viewer } from '../access';
import { currentValues } from '../artifacts';
import { linkField } from '../fields';
import { forwardLinks, noteLinks, reverseLinks } from '../linkIndex';
import { stateRules } from '../states';
import type { LinkChange } from './links';
import { Feedback } from './problems';

export interface SaveFacts {
  by: number;
  values: ReadonlyMap<number, StoredValue>;
  comment?: TextContent;
}

/** Appends a changeset; its time is the second of the world's clock. */
export function appendChangeset(world: World, artifact: SandboxArtifact, facts: SaveFacts): void {
  const changeset: SandboxChangeset = {
    id: world.nextId.changeset,
    submittedBy: facts.by,
    submittedOn: Math.floor(world.now() / 1000),
    comment: facts.comment ?? { content: '', format: 'text' },
    values: facts.values,
  };
  world.nextId.changeset += 1;
  artifact.changesets.push(changeset);
  noteLinks(world, artifact.id, forwardLinks(world, artifact));
}

/** Deep equality of stored values; the order of a list of ids does not count. */
export function isSameValue(a: StoredValue, b: StoredValue): boolean {
  return normal(a) === normal(b);
}

function normal(value: StoredValue): string {
  if (value === undefined || value === null || value === '') return 'empty';
  if (Array.isArray(value)) {
    return value.length === 0
      ? 'empty'
      : JSON.stringify(value.map((one) => JSON.stringify(one)).sort());
  }
  return JSON.stringify(value);
}

interface ReverseWrite {
  viewer: Viewer;
  by: number;
  target: number;
}

/**
 * The other artifact needs the right to update there (artifacts.md §4.1). Not recorded: worded as for the artifact itself.
 * A fault armed for `LINK artifacts/40` refuses as well. What was written before it stays written (features D4).
 */
function checkMayLink(
  { viewer }: ReverseWrite,
  source: SandboxArtifact,
  { tracker, field }: { tracker: SandboxTracker; field: SandboxField },
): void {
  const fault = takeFault(viewer.world, 'LINK', `artifacts/${source.id}`);
  if (typeof fault === 'object' && 'status' in fault) throw new Refusal(problem(fault.status));
  const isFrozen = stateRules(tracker, source).frozen.has(field.id);
  if (!isFrozen && hasRight(viewer, { tracker, field }, 'update')) return;
  const feedback = new Feedback('update');
  feedback.add(`You are not allowed to update the field ${field.label}.`);
  feedback.check();
}

/** Gives another artifact a changeset whose links to `target` are the given types, if that changes anything. */
function setLinksFrom(write: ReverseWrite, sourceId: number, types: readonly string[]): void {
  const { world } = write.viewer;
  const source = world.artifacts.get(sourceId);
  const tracker = source && world.trackers.get(source.trackerId);
  const field = tracker && linkField(tracker);
  if (!source || !field) return;
  const before = forwardLinks(world, source);
  const others = before.filter((link) => link.id !== write.target);
  const links: ForwardLink[] = [...others, ...types.map((type) => ({ id: write.target, type }))];
  if (isSameValue(before, links)) return;
  checkMayLink(write, source, { tracker, field });
  const values = new Map(currentValues(source)).set(field.id, links);
  appendChangeset(world, source, { by: write.by, values });
}

/**
 * Writes the other side, one artifact after the other and after this one: `all_links` replaces every reverse link, `parent`
 * only the reverse child links.
 */
export function writeReverseLinks(write: ReverseWrite, change: LinkChange): void {
  const present = reverseLinks(write.viewer.world, write.target);
  const sources = new Set(present.map((link) => link.id));
  if (change.reverse) {
    const wanted = change.reverse;
    for (const link of wanted) sources.add(link.id);
    for (const id of sources) {
      setLinksFrom(
        write,
        id,
        wanted.filter((link) => link.id === id).map((link) => link.type),
      );
    }
  }
  if (change.parent !== undefined) {
    const parents = present.filter((link) => link.type === '_is_child').map((link) => link.id);
    for (const id of parents) if (id !== change.parent) setLinksFrom(write, id, []);
    setLinksFrom(write, change.parent, ['_is_child']);
  }
}

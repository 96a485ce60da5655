import type {
  ForwardLink,
  SandboxArtifact,
  SandboxChangeset,
  StoredValue,
  TextContent,
  World,
} from '../../model';
import { currentValues } from '../artifacts';
import { linkField } from '../fields';
import { forwardLinks, noteLinks, reverseLinks } from '../linkIndex';
import type { LinkChange } from './links';

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
  world: World;
  by: number;
  target: number;
}

/** Gives another artifact a changeset whose links to `target` are the given types, if that changes anything. */
function setLinksFrom(write: ReverseWrite, sourceId: number, types: readonly string[]): void {
  const source = write.world.artifacts.get(sourceId);
  const tracker = source && write.world.trackers.get(source.trackerId);
  const field = tracker && linkField(tracker);
  if (!source || !field) return;
  const before = forwardLinks(write.world, source);
  const others = before.filter((link) => link.id !== write.target);
  const links: ForwardLink[] = [...others, ...types.map((type) => ({ id: write.target, type }))];
  if (isSameValue(before, links)) return;
  const values = new Map(currentValues(source)).set(field.id, links);
  appendChangeset(write.world, source, { by: write.by, values });
}

/** Writes the other side: `all_links` replaces every reverse link, `parent` only the reverse child links. */
export function writeReverseLinks(write: ReverseWrite, change: LinkChange): void {
  const present = reverseLinks(write.world, write.target);
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

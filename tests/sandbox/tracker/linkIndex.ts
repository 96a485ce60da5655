import type { ForwardLink, SandboxArtifact, World } from '../model';
import { currentValues } from './artifacts';
import { linkField } from './fields';

/** target → sources. Kept beside the world: reading every artifact for each GET would write every seed history. */
const reverse = new WeakMap<World, Map<number, Set<number>>>();

function note(
  index: Map<number, Set<number>>,
  source: number,
  links: readonly ForwardLink[],
): void {
  for (const link of links) {
    const sources = index.get(link.id);
    if (sources) sources.add(source);
    else index.set(link.id, new Set([source]));
  }
}

/** Tells the index the forward links of a seed; a world without it is read once as a whole. */
export function recordLinks(
  world: World,
  entries: Iterable<readonly [number, readonly ForwardLink[]]>,
): void {
  const index = new Map<number, Set<number>>();
  for (const [source, links] of entries) note(index, source, links);
  reverse.set(world, index);
}

/** The forward links that an artifact holds now. */
export function forwardLinks(world: World, artifact: SandboxArtifact): readonly ForwardLink[] {
  const tracker = world.trackers.get(artifact.trackerId);
  const field = tracker && linkField(tracker);
  if (!field) return [];
  return (currentValues(artifact).get(field.id) as readonly ForwardLink[] | undefined) ?? [];
}

/** Notes links that a write has added; removed ones stay in the index and are filtered when read. */
export function noteLinks(world: World, source: number, links: readonly ForwardLink[]): void {
  note(indexOf(world), source, links);
}

function indexOf(world: World): Map<number, Set<number>> {
  let index = reverse.get(world);
  if (!index) {
    index = new Map();
    for (const artifact of world.artifacts.values()) {
      note(index, artifact.id, forwardLinks(world, artifact));
    }
    reverse.set(world, index);
  }
  return index;
}

/** Who links to `target` now, and by which type, by ascending source id. */
export function reverseLinks(world: World, target: number): ForwardLink[] {
  const sources = [...(indexOf(world).get(target) ?? [])].sort((a, b) => a - b);
  return sources.flatMap((id) => {
    const source = world.artifacts.get(id);
    if (!source || source.isDeleted) return [];
    return forwardLinks(world, source)
      .filter((link) => link.id === target)
      .map((link) => ({ id, type: link.type }));
  });
}

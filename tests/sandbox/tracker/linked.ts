import type { ForwardLink, SandboxArtifact } from '../model';
import type { Viewer } from './access';
import { forwardLinks, reverseLinks } from './linkIndex';

export type Direction = 'forward' | 'reverse';

function linksIn(
  viewer: Viewer,
  artifact: SandboxArtifact,
  direction: Direction,
): readonly ForwardLink[] {
  const links =
    direction === 'forward'
      ? forwardLinks(viewer.world, artifact)
      : reverseLinks(viewer.world, artifact.id);
  return links.filter((link) => viewer.world.artifacts.get(link.id)?.isDeleted === false);
}

/** Other ends of the links of one type; `''` is the untyped ones only. Unreadable ends count too (links/59). */
export function linkedIds(
  viewer: Viewer,
  artifact: SandboxArtifact,
  wanted: { direction: Direction; nature: string },
): number[] {
  return linksIn(viewer, artifact, wanted.direction)
    .filter((link) => link.type === wanted.nature)
    .map((link) => link.id);
}

/** The types in use around an artifact, forward ones first (recorded links/05, 30). */
export function naturesOf(viewer: Viewer, artifact: SandboxArtifact) {
  const tracker = viewer.world.trackers.get(artifact.trackerId);
  const untyped = { forward: 'is Linked to', reverse: 'is Linked from' };
  const directions: readonly Direction[] = ['forward', 'reverse'];
  return directions.flatMap((direction) => {
    const types = new Set(linksIn(viewer, artifact, direction).map((link) => link.type));
    return [...types].map((shortname) => {
      const known = tracker?.linkTypes.find((type) => type.shortname === shortname) ?? untyped;
      return {
        shortname,
        direction,
        label: known[direction],
        uri: `artifacts/${artifact.id}/linked_artifacts?nature=${shortname}&direction=${direction}`,
      };
    });
  });
}

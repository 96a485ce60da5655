import type { SandboxArtifact, TextContent } from '../../model';
import { canSeeArtifact, type Viewer } from '../access';
import { currentValues } from '../artifacts';
import { forwardLinks, reverseLinks } from '../linkIndex';
import { mentionedIds } from '../text/texts';

function mentions(viewer: Viewer, artifact: SandboxArtifact): number[] {
  const tracker = viewer.world.trackers.get(artifact.trackerId);
  const values = currentValues(artifact);
  const texts = (tracker?.fields ?? []).filter((field) => field.type === 'text');
  return texts.flatMap((field) => {
    const text = values.get(field.id) as TextContent | undefined;
    return text ? mentionedIds(text) : [];
  });
}

/** The value of a `cross` field: links and mentions, with their direction (artifacts.md §3). */
export function crossReferences(viewer: Viewer, artifact: SandboxArtifact) {
  const out = new Set([
    ...forwardLinks(viewer.world, artifact).map((link) => link.id),
    ...mentions(viewer, artifact),
  ]);
  const incoming = new Set(reverseLinks(viewer.world, artifact.id).map((link) => link.id));
  return [...new Set([...out, ...incoming])].flatMap((id) => {
    const other = viewer.world.artifacts.get(id);
    const tracker = other && viewer.world.trackers.get(other.trackerId);
    if (!other || !tracker || !canSeeArtifact(viewer, other)) return [];
    const isBoth = out.has(id) && incoming.has(id);
    const query = `key=${tracker.itemName}&val=${id}&group_id=${tracker.projectId}`;
    const direction = isBoth ? 'both' : out.has(id) ? 'out' : 'in';
    return [
      { ref: `${tracker.itemName} #${id}`, url: `${viewer.origin}/goto?${query}`, direction },
    ];
  });
}

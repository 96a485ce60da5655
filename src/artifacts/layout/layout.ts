import type { Field, StructureNode } from '~/api/trackers';

/** One place of the page: a field, or a container with what is in it. */
export interface LayoutNode {
  field: Field;
  content: LayoutNode[];
}

/**
 * The layout as the tracker's `structure` says. It names ids that this person may not read (trackers.md §1): those
 * places vanish, and what they contain moves up. Containers that end up empty vanish too.
 */
export function layoutOf(
  structure: readonly StructureNode[],
  fields: readonly Field[],
): LayoutNode[] {
  const byId = new Map(fields.map((field) => [field.field_id, field]));
  const place = (node: StructureNode): LayoutNode[] => {
    const content = (node.content ?? []).flatMap(place);
    const field = byId.get(node.id);
    if (!field) return content;
    if (node.content !== null && content.length === 0) return [];
    return [{ field, content }];
  };
  return structure.flatMap(place);
}

function placedIds(structure: readonly StructureNode[]): number[] {
  return structure.flatMap((node) => [node.id, ...placedIds(node.content ?? [])]);
}

/** Fields that have no place in the structure; shown after all others, so that nothing is hidden. */
export function unplacedFields(
  structure: readonly StructureNode[],
  fields: readonly Field[],
): Field[] {
  const placed = new Set(placedIds(structure));
  return fields.filter((field) => !placed.has(field.field_id));
}

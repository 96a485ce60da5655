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

/**
 * The layout in two: what is shown, and the fieldsets that the workflow hides at the artifact's state (`is_hidden`,
 * trackers.md §2.1). What only held such a fieldset is gone with it. Pure (features V1).
 */
export function byState(nodes: readonly LayoutNode[]): {
  shown: LayoutNode[];
  hidden: LayoutNode[];
} {
  const hidden: LayoutNode[] = [];
  const keep = (node: LayoutNode): LayoutNode[] => {
    if (node.field.is_hidden === true) {
      hidden.push(node);
      return [];
    }
    if (node.content.length === 0) return [node];
    const content = node.content.flatMap(keep);
    return content.length === 0 ? [] : [{ ...node, content }];
  };
  return { shown: nodes.flatMap(keep), hidden };
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

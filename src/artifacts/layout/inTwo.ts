import { contractOf, hasValue } from '~/fields/registry';
import type { LayoutNode } from './layout';

/** More facts than this would make a long thin column beside a short text. */
const MOST_FACTS = 16;

/** The fields that are seen at once in these places: those of a folded fieldset are not. */
function seenIn(nodes: readonly LayoutNode[]): LayoutNode[] {
  return nodes.flatMap((node) => {
    if (node.content.length === 0) return hasValue(node.field.type) ? [node] : [];
    return node.field.collapsed ? [] : seenIn(node.content);
  });
}

function isWide({ field, content }: LayoutNode): boolean {
  return content.length > 0 ? content.some(isWide) : contractOf(field.type).isWide === true;
}

function hasColumns({ field, content }: LayoutNode): boolean {
  return field.type === 'column' || content.some(hasColumns);
}

/**
 * The places of a page in two: those up to the last that is wide, and the fieldsets of short facts that follow, which may
 * stand beside them where there is room. The order stays that of the tracker. No facts where that would not read well: a
 * tracker with columns of its own among its texts, or with too many facts. Pure (features V1).
 */
export function inTwo(nodes: readonly LayoutNode[]): { main: LayoutNode[]; facts: LayoutNode[] } {
  const from = nodes.findLastIndex(isWide) + 1;
  const [main, facts] = [nodes.slice(0, from), nodes.slice(from)];
  const seen = seenIn(facts).length;
  const isFit =
    from > 0 &&
    seen > 0 &&
    seen <= MOST_FACTS &&
    facts.every(({ field }) => field.type === 'fieldset') &&
    !main.some(hasColumns);
  return isFit ? { main, facts } : { main: [...nodes], facts: [] };
}

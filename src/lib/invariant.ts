/** Throws with `message` when `condition` is falsy: for what only a fault of ours could break. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Parterre fault: ${message}`);
}

import type { ShapeIssue } from '../error';

/** What this file reads of a zod issue; `errors` holds one list per branch of a union that accepted nothing. */
interface Issue {
  path: PropertyKey[];
  message: string;
  errors?: Issue[][];
}

/** `values[3].label` from zod's `['values', 3, 'label']`. */
export function issuePath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

/** How far into the value a branch of a union got before it failed: the deepest is the one that was meant. */
function depth(branch: Issue[]): number {
  return Math.min(...branch.map((issue) => issue.path.length));
}

/** The branch that came closest: it got deepest, and of those it complains least. */
function closest(branches: Issue[][]): Issue[] {
  const [best] = branches
    .filter((branch) => branch.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return best ?? [];
}

function flatten(issue: Issue, parents: PropertyKey[]): ShapeIssue[] {
  const path = [...parents, ...issue.path];
  const inner = closest(issue.errors ?? []);
  // A branch that fails at its own top says no more than the union does.
  if (inner.length === 0 || depth(inner) === 0) {
    return [{ path: issuePath(path), message: issue.message }];
  }
  return inner.flatMap((child) => flatten(child, path));
}

/**
 * Every place where an answer differs from what its route promises, with the full path. A union is unfolded to the
 * branch that came closest, so that one wrong key in one of its shapes is named and not only "invalid input".
 */
export function shapeIssues(issues: readonly Issue[]): ShapeIssue[] {
  return issues.flatMap((issue) => flatten(issue, []));
}

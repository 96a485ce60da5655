import type { Side } from './side';

/** "#431" now, "#431, changeset 9803" then. */
function nameOf({ artifact, changeset }: Side): string {
  return changeset === null ? `#${artifact}` : `#${artifact}, changeset ${changeset}`;
}

/** What is compared, in words. */
export function titleOf(a: Side | null, b: Side | null): string {
  if (!a) return 'Compare artifacts';
  if (!b) return `Compare ${nameOf(a)}`;
  if (a.artifact !== b.artifact) return `${nameOf(a)} and ${nameOf(b)}`;
  const when = ({ changeset }: Side) => (changeset === null ? 'now' : `changeset ${changeset}`);
  return `#${a.artifact}: ${when(a)} and ${when(b)}`;
}

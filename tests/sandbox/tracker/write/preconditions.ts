import { refuse } from '../../http';
import type { SandboxArtifact, World } from '../../model';
import { lastChangeset } from '../artifacts';

/**
 * `If-Match` has to repeat the bare second, `If-Unmodified-Since` has to be exactly that second; anything else is
 * the recorded 412 (artifacts/41–52, 193, 194). Other conditions are ignored.
 */
export function checkPreconditions(artifact: SandboxArtifact, headers: Headers): void {
  const seconds = lastChangeset(artifact).submittedOn;
  const match = headers.get('if-match');
  const since = headers.get('if-unmodified-since');
  const isMatch = match === null || match === String(seconds);
  const isSince = since === null || Date.parse(since) === seconds * 1000;
  if (isMatch && isSince) return;
  refuse(
    412,
    'Artifact has been modified since you last requested it. Please edit the latest version',
  );
}

const gaps = new WeakMap<World, () => Promise<void>>();

/**
 * Holds every PUT between its check and its write until the promise is kept: the real server checks outside the write,
 * so two writers with the same version both pass. For race tests; `null` takes it away.
 */
export function setWriteGap(world: World, gap: (() => Promise<void>) | null): void {
  if (gap) gaps.set(world, gap);
  else gaps.delete(world);
}

export async function passWriteGap(world: World): Promise<void> {
  await gaps.get(world)?.();
}

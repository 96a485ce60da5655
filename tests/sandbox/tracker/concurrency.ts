import { refuse } from '../http';
import type { SandboxArtifact, World } from '../model';
import { type Random, randomFor } from '../seed/random';
import { lastChangeset } from './artifacts';

/**
 * How the writes of a world are guarded.
 * `recorded`: as the real server was seen: `Etag` is the bare second of the last changeset, checked before the write.
 * `faithful`: the same where it is worst: a drawn gap between check and write, and a proxy that drops one ETag in ten.
 * `ideal`: as HTTP means it: an ETag for each changeset, always sent, checked and written as one.
 */
export const concurrencyModes = ['recorded', 'faithful', 'ideal'] as const;
export type ConcurrencyMode = (typeof concurrencyModes)[number];

/** Milliseconds: two saves of two people often meet in a gap like this. */
const LONGEST_GAP = 400;
const DROPPED_ETAGS = 0.1;

interface Guard {
  mode: ConcurrencyMode;
  random: Random;
  /** What a PUT waits for between its check and its write. */
  gap: (() => Promise<void>) | null;
}

const guards = new WeakMap<World, Guard>();

function drawnGap(random: Random): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      setTimeout(resolve, random.int(0, LONGEST_GAP));
    });
}

/** Sets the mode of one world (`POST /sandbox/concurrency`); `seed` decides what the faithful mode draws. */
export function setConcurrency(world: World, mode: ConcurrencyMode, seed = 1): void {
  const random = randomFor(seed);
  guards.set(world, { mode, random, gap: mode === 'faithful' ? drawnGap(random) : null });
}

/** A world whose name begins with `faithful` or `ideal` is of that mode from the start. */
function guardOf(world: World): Guard {
  const known = guards.get(world);
  if (known) return known;
  setConcurrency(world, concurrencyModes.find((mode) => world.name.startsWith(mode)) ?? 'recorded');
  return guardOf(world);
}

/**
 * Holds every PUT between its check and its write until the promise is kept, whatever the mode has drawn: the real
 * server checks outside the write, so two writers with the same version both pass. `null` takes it away.
 */
export function setWriteGap(world: World, gap: (() => Promise<void>) | null): void {
  guardOf(world).gap = gap;
}

/** What a PUT waits for between check and write; null where both are one, in the ideal mode. */
export function writeGap(world: World): Promise<void> | null {
  const { mode, gap } = guardOf(world);
  return mode === 'ideal' ? null : (gap?.() ?? Promise.resolve());
}

function etagOf({ mode }: Guard, artifact: SandboxArtifact): string {
  const { id, submittedOn } = lastChangeset(artifact);
  return mode === 'ideal' ? `"changeset-${id}"` : String(submittedOn);
}

/** `Etag` is the bare second of the last changeset; `Last-Modified` says the same as a date (conventions.md §7). */
export function versionHeaders(world: World, artifact: SandboxArtifact): Record<string, string> {
  const guard = guardOf(world);
  const date = new Date(lastChangeset(artifact).submittedOn * 1000).toUTCString();
  const isDropped = guard.mode === 'faithful' && guard.random.chance(DROPPED_ETAGS);
  return { 'last-modified': date, ...(isDropped ? {} : { etag: etagOf(guard, artifact) }) };
}

/**
 * `If-Match` has to repeat the ETag (the bare second), `If-Unmodified-Since` has to be exactly that second; anything
 * else is the recorded 412 (artifacts/41–52, 193, 194). Other conditions are ignored.
 */
export function checkPreconditions(world: World, artifact: SandboxArtifact, asked: Headers): void {
  const seconds = lastChangeset(artifact).submittedOn;
  const match = asked.get('if-match');
  const since = asked.get('if-unmodified-since');
  const isMatch = match === null || match === etagOf(guardOf(world), artifact);
  const isSince = since === null || Date.parse(since) === seconds * 1000;
  if (isMatch && isSince) return;
  refuse(
    412,
    'Artifact has been modified since you last requested it. Please edit the latest version',
  );
}

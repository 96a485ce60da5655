import * as z from 'zod/mini';
import { readStored, writeStored } from '~/lib/storage';

/** Milliseconds that a seat is held without a sign of life, and between two signs. */
const LIFE = 4_000;
const BEAT = 1_000;
/** After this long two tabs that took a seat at once have seen each other. */
const SETTLED = 60;

const leaseSchema = z.object({ holder: z.string(), until: z.number() });

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface LeaseOptions {
  ifAvailable?: boolean;
  steal?: boolean;
  signal?: AbortSignal;
}

function read(name: string): z.infer<typeof leaseSchema> | null {
  try {
    const lease = z.safeParse(leaseSchema, JSON.parse(readStored(name) ?? 'null'));
    return lease.success && lease.data.until > Date.now() ? lease.data : null;
  } catch {
    return null;
  }
}

function write(name: string, holder: string): boolean {
  return writeStored(name, JSON.stringify({ holder, until: Date.now() + LIFE }));
}

const isHeldBy = (name: string, holder: string) => read(name)?.holder === holder;

/** Ends when `work` does, or as soon as another tab has the seat. */
async function hold(
  { name, holder }: { name: string; holder: string },
  work: () => Promise<void>,
): Promise<void> {
  let beat: ReturnType<typeof setInterval> | undefined;
  const lost = new Promise<void>((resolve) => {
    beat = setInterval(() => {
      const other = read(name);
      if (other && other.holder !== holder) resolve();
      else write(name, holder);
    }, BEAT);
  });
  const release = () => {
    if (isHeldBy(name, holder)) writeStored(name, null);
  };
  addEventListener('pagehide', release);
  await Promise.race([work(), lost]);
  removeEventListener('pagehide', release);
  clearInterval(beat);
  release();
}

/**
 * What `navigator.locks.request` does, where a browser has no Web Locks: a seat with an owner and an end in local storage,
 * which the owner keeps putting off. Not atomic, so who took it looks again after a moment. Without storage there is
 * nothing to share, and every tab has its own seat.
 */
export async function requestLease(
  name: string,
  { ifAvailable, steal, signal }: LeaseOptions,
  work: (isHeld: boolean) => Promise<void>,
): Promise<void> {
  const holder = Math.random().toString(36).slice(2);
  for (let looks = 0; ; looks += 1) {
    if (signal?.aborted) return;
    if (steal || !read(name)) {
      if (!write(name, holder)) return work(true);
      await pause(SETTLED);
      if (isHeldBy(name, holder)) return hold({ name, holder }, () => work(true));
    }
    // Who is about to leave may still be there at the first look.
    if (ifAvailable && looks > 0) return work(false);
    await pause(looks === 0 ? SETTLED : BEAT / 2);
  }
}

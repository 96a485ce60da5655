/**
 * `quick`: a read of the API. `slow`: a write or a download, which may take minutes; they never hold all places, so that a
 * hanging upload does not stop a page from being read.
 */
export type Pace = 'quick' | 'slow';

/** At a time and server: what a browser sends over HTTP/1.1; more would wait inside it, where nothing can be said of them. */
const MOST = 6;
const MOST_SLOW = 3;

interface Waiting {
  pace: Pace;
  enter(): void;
}

interface Room {
  quick: number;
  slow: number;
  queue: Waiting[];
}

const rooms = new Map<string, Room>();

function hasPlace({ quick, slow }: Room, pace: Pace): boolean {
  return quick + slow < MOST && (pace === 'quick' || slow < MOST_SLOW);
}

/** Lets in whoever came first and finds a place; a slow one without a place does not hold up those behind it. */
function letIn(room: Room): void {
  for (;;) {
    const next = room.queue.findIndex(({ pace }) => hasPlace(room, pace));
    const [waiting] = next < 0 ? [] : room.queue.splice(next, 1);
    if (!waiting) return;
    room[waiting.pace] += 1;
    waiting.enter();
  }
}

/**
 * Waits for one of the places at `server`, first come first served. Gives what to call when the request is over. Throws the
 * reason of `signal` when it aborts in the queue.
 */
export function takeSlot(server: string, pace: Pace, signal?: AbortSignal): Promise<() => void> {
  const room = rooms.get(server) ?? { quick: 0, slow: 0, queue: [] };
  rooms.set(server, room);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const leave = () => {
      room.queue = room.queue.filter((other) => other !== waiting);
      reject(signal?.reason);
    };
    const waiting: Waiting = {
      pace,
      enter() {
        signal?.removeEventListener('abort', leave);
        resolve(() => {
          room[pace] -= 1;
          letIn(room);
        });
      },
    };
    signal?.addEventListener('abort', leave, { once: true });
    room.queue.push(waiting);
    letIn(room);
  });
}

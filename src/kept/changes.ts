import * as z from 'zod/mini';
import { writeStored } from '~/lib/storage';
import { kinds, type Slot } from './record';

const CHANNEL = 'parterre.kept';
const NEWS = 'parterre.news';

const messageSchema = z.object({
  kind: z.enum(kinds),
  server: z.string(),
  user: z.int(),
  /** `''`: anything of this kind may be another. */
  id: z.string(),
});

/** What was written or dropped, here or in another tab. */
export type KeptChange = z.infer<typeof messageSchema> & { isHere: boolean };

type Listener = (change: KeptChange) => void;

const listeners = new Set<Listener>();
let post: ((message: unknown) => void) | undefined;

function hear(data: unknown): void {
  const message = z.safeParse(messageSchema, data);
  if (message.success) tell({ ...message.data, isHere: false });
}

/** What another tab wrote under `NEWS`; anything else says nothing. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Opens the way to the other tabs: a channel, or where the browser has none the event of a value that is stored and gone. */
function wayOut(): (message: unknown) => void {
  if (post) return post;
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
    post = (message) => channel.postMessage(message);
    return post;
  }
  globalThis.addEventListener?.('storage', ({ key, newValue }) => {
    if (key === NEWS && newValue !== null) hear(read(newValue));
  });
  post = (message) => {
    writeStored(NEWS, JSON.stringify(message));
    writeStored(NEWS, null);
  };
  return post;
}

function tell(change: KeptChange): void {
  for (const listener of listeners) listener(change);
}

/** Tells every tab that a slot is another now. */
export function announce({ kind, profile, id }: Slot): void {
  const message = { kind, server: profile[0], user: profile[1], id };
  wayOut()(message);
  tell({ ...message, isHere: true });
}

/** Hears what is written and dropped, in this tab and in others. */
export function onKeptChange(listener: Listener): () => void {
  wayOut();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

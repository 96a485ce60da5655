import type * as z from 'zod/mini';
import type { Answer } from '../answers/readAnswer';
import type { ActingAs, RequestOptions } from '../asking/order';
import { request } from '../client';

/** What a write is about, in words: for the journal of this browser. Never a secret. */
export interface WriteFacts {
  /** What it is done to: `req #431`, `Repository repo01`. */
  name: string;
  /** As it was and as it is to be. */
  changes?: readonly { label: string; before: string; after: string }[];
  /** The body is the bytes of a file: too much to be kept. */
  isBodyLarge?: true;
}

/**
 * One request that would change something, not sent yet: a plain value, so that it can be shown before (features A1) and
 * what is shown is what is sent. The builders of these (`putArtifactWrite` …) are pure.
 */
export interface PlannedWrite<T = unknown> {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to `/api/`, built from ids. */
  path: string;
  query?: RequestOptions['query'];
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds, where the usual limit is too short. */
  timeout?: number;
  /** False: after a 401 it is not sent again by itself; who sent it looks first whether it landed (features C4). */
  isRepeated?: boolean;
  /**
   * For the journal. Null for what has an entry of its own there (the saves), and for what changes nothing that a person
   * would look for: signing in, trying, the chunks of a file.
   */
  about: WriteFacts | null;
  /** Reads the answer. */
  schema: z.ZodMiniType<T>;
}

/** The requests of one button; a promise where something has to be read to tell. */
export type Plan = readonly PlannedWrite[] | Promise<readonly PlannedWrite[]>;

/** Stands around a write: writes down what it is about, asks, writes down how it ended. Gives and throws what `ask` does. */
type Watcher = <T>(planned: PlannedWrite<T>, ask: () => Promise<Answer<T>>) => Promise<Answer<T>>;

let watcher: Watcher = (_, ask) => ask();

/** From now on every write that is about something goes through `next` (the journal, features A7). */
export function watchWrites(next: Watcher): void {
  watcher = next;
}

/** Sends what was planned: the only way for a write (held by the architecture test). Throws `ApiError` like `request`. */
export function send<T>(planned: PlannedWrite<T>, as?: ActingAs): Promise<Answer<T>> {
  const { method, path, schema, about, ...options } = planned;
  const ask = () => request(method, path, schema, as ? { ...options, as } : options);
  return about && !as ? watcher(planned, ask) : ask();
}

import type * as z from 'zod/mini';
import type { Answer } from '../answers/readAnswer';
import { type ActingAs, type RequestOptions, request } from '../client';

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
  /** Reads the answer. */
  schema: z.ZodMiniType<T>;
}

/** Sends what was planned: the only way for a write (held by the architecture test). Throws `ApiError` like `request`. */
export function send<T>(planned: PlannedWrite<T>, as?: ActingAs): Promise<Answer<T>> {
  const { method, path, schema, ...options } = planned;
  return request(method, path, schema, as ? { ...options, as } : options);
}

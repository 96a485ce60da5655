import * as z from 'zod/mini';
import { request } from '../client';
import type { Connection } from '../session';

// Schemas (projects.md §8)

export const versionSchema = z.looseObject({
  flavor_name: z.string(),
  version_number: z.string(),
});

// Types

export type Version = z.infer<typeof versionSchema>;

// Queries

/** Asks a server for its version, signed in or not: a probe that needs no preflight (projects.md §8). */
export async function versionOf(connection: Connection, signal?: AbortSignal): Promise<Version> {
  const answer = await request('GET', 'version', versionSchema, {
    as: { connection, credentials: null },
    signal,
  });
  return answer.data;
}

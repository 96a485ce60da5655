import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { readStatic } from '../requests/readStatic';
import { serverSchema } from '../signIn/servers';

// Schemas (`public/parterre.json`, written by whoever deploys)

/** Somebody whom the sandbox's Blueprint offers by one click; never present for a real one. */
const offeredReaderSchema = z.looseObject({
  username: z.string(),
  realName: z.string(),
  role: z.string(),
  note: z.string(),
  password: z.string(),
});

const blueprintServerSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
  url: serverSchema.shape.url,
  /** What stands before `/api/v1` and `/authentication/v1`: where a proxy serves it at this origin. */
  path: z.optional(
    z.string().check(z.regex(/^(\/[\w.~-]+)*$/, 'A path like /blueprint-api, or empty')),
  ),
  color: serverSchema.shape.color,
  kind: z.literal('blueprint'),
  people: z.optional(z.array(offeredReaderSchema)),
});

/** Whatever is no Blueprint, faulty or not, is the business of the other lists. */
const otherSchema = z
  .unknown()
  .check(
    z.refine(
      (entry) => !z.safeParse(z.looseObject({ kind: z.literal('blueprint') }), entry).success,
    ),
  );

const listSchema = z.looseObject({
  servers: z.array(z.union([blueprintServerSchema, otherSchema])),
});

// Types

export type OfferedReader = z.infer<typeof offeredReaderSchema>;
/** A Blueprint instance, read only: `/blueprint`. */
export type BlueprintServer = z.infer<typeof blueprintServerSchema>;

function isBlueprintServer(entry: unknown): entry is BlueprintServer {
  return z.safeParse(blueprintServerSchema, entry).success;
}

// Queries

/** The Blueprint servers of this deployment; most have none. The key has no person: the list is the same for everybody. */
export function blueprintServersQuery() {
  return queryOptions({
    queryKey: ['blueprint', 'servers'],
    queryFn: async ({ signal }) => {
      const { servers } = await readStatic('parterre.json', listSchema, { signal });
      return servers.filter(isBlueprintServer);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

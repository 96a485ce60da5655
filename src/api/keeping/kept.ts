import * as z from 'zod/mini';
import type { KeptSession } from '../session';

/** Credentials as they are written into the tab's storage, or sealed; a password is neither (features C2). */
export const credentialsSchema = z.union([
  z.object({
    way: z.literal('accessKey'),
    key: z.string(),
    endsAt: z.optional(z.number()),
    isOwn: z.optional(z.boolean()),
  }),
  z.object({
    way: z.literal('token'),
    userId: z.int(),
    token: z.string(),
    endsAt: z.number(),
  }),
  z.object({ way: z.literal('browser') }),
  z.object({ way: z.literal('anonymous') }),
]);

/** A profile as it is written: the server as it was listed, and the person as the server named them. */
export const sessionSchema = z.object({
  connection: z.object({
    id: z.string(),
    label: z.string(),
    url: z.string(),
    color: z.enum(['teal', 'purple', 'orange', 'blue']),
    kind: z.enum(['tuleap', 'sandbox', 'replay']),
  }),
  person: z.object({
    id: z.int(),
    username: z.string(),
    realName: z.string(),
    isUnverified: z.optional(z.boolean()),
  }),
});

const keptSchema = z.array(
  z.object({
    session: sessionSchema,
    credentials: credentialsSchema,
    keep: z.literal('tab'),
  }),
);

/** The sessions in a text of this tab's storage; none where it is not what we wrote. */
export function readKept(text: string): KeptSession[] {
  try {
    const result = z.safeParse(keptSchema, JSON.parse(text));
    return result.success ? result.data : [];
  } catch {
    return [];
  }
}

import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { ActingAs } from './asking/order';
import { request } from './client';
import { scope } from './session';

// Schemas (projects.md §1: MinimalUser and User)

/** A user as other resources show one. The anonymous user has nulls and only a name to display. */
export const minimalUserSchema = z.looseObject({
  id: z.nullable(z.int()),
  uri: z.nullable(z.string()),
  user_url: z.nullable(z.string()),
  real_name: z.nullable(z.string()),
  display_name: z.string(),
  username: z.nullable(z.string()),
  /** `''`, null or text (live-facts.md, Types). */
  ldap_id: z.nullable(z.string()),
  avatar_url: z.string(),
  is_anonymous: z.boolean(),
  has_avatar: z.boolean(),
});

/** The answer of `users/self`: always a person with an account. */
export const selfSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  user_url: z.string(),
  real_name: z.string(),
  display_name: z.string(),
  username: z.string(),
  ldap_id: z.nullable(z.string()),
  avatar_url: z.string(),
  is_anonymous: z.boolean(),
  has_avatar: z.boolean(),
  email: z.nullable(z.string()),
  status: z.nullable(z.string()),
});

/**
 * The answer of `users/:id` about anybody: to somebody without an account the server gives no address and no status
 * (Tuleap's `UserResource`).
 */
export const personSchema = z.looseObject({
  ...selfSchema.shape,
  email: z.optional(selfSchema.shape.email),
  status: z.optional(selfSchema.shape.status),
});

export const usersSchema = z.array(minimalUserSchema);

// Types

export type MinimalUser = z.infer<typeof minimalUserSchema>;
export type Self = z.infer<typeof selfSchema>;
export type KnownPerson = z.infer<typeof personSchema>;

// Queries

/** The signed-in person with e-mail and status. */
export function selfQuery() {
  return queryOptions({
    queryKey: [...scope(), 'users', 'self'],
    queryFn: async ({ signal }) =>
      (await request('GET', 'users/self', selfSchema, { signal })).data,
  });
}

/**
 * Asks the server who these credentials belong to; 401 when it knows nobody. Used before a session exists.
 * From another origin `users/self` fails its preflight, a number works (live-facts.md, CORS): give it when it is known.
 */
export async function whoIs(as: ActingAs, id: number | 'self' = 'self'): Promise<Self> {
  return (await request('GET', `users/${id}`, selfSchema, { as })).data;
}

/** The person of exactly this login, or undefined (users/15, users/16): the preflight of this route passes (cors/26). */
export async function userByName(as: ActingAs, username: string): Promise<Self | undefined> {
  const query = { query: JSON.stringify({ username }), limit: 1 };
  return (await request('GET', 'users', z.array(selfSchema), { as, query })).data[0];
}

/** The person of exactly this login; null where there is none. Who people are seldom changes. */
export function personQuery(login: string) {
  return queryOptions({
    queryKey: [...scope(), 'users', 'login', login],
    queryFn: async ({ signal }): Promise<KnownPerson | null> => {
      const query = { query: JSON.stringify({ username: login }), limit: 1 };
      const { data } = await request('GET', 'users', z.array(personSchema), { query, signal });
      return data[0] ?? null;
    },
    staleTime: 300_000,
  });
}

/** What the server needs at least to search people (users/11). */
export const FEWEST_LETTERS = 3;

/** So many people of a search are asked for. */
export const MOST_FOUND = 20;

/** The first people whose login or real name contains `text`, by login; 400 for fewer than three letters (projects.md §7). */
export function userSearchQuery(text: string) {
  return queryOptions({
    queryKey: [...scope(), 'users', 'search', text],
    queryFn: async ({ signal }) =>
      (
        await request('GET', 'users', usersSchema, {
          query: { query: text, limit: MOST_FOUND },
          signal,
        })
      ).data,
  });
}

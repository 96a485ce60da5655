import * as z from 'zod/mini';
import { beginSession, keepSessionsWith } from '~/api/session';

/** Where the secret lives: `memory` until the page is reloaded, `tab` in this tab's sessionStorage until it is closed. */
export type KeepChoice = 'memory' | 'tab';

const CHOICE = 'parterre.keep';
const KEPT = 'parterre.session';

const keptSchema = z.object({
  session: z.object({
    connection: z.object({
      id: z.string(),
      label: z.string(),
      url: z.string(),
      color: z.enum(['teal', 'purple', 'orange', 'blue']),
      kind: z.enum(['tuleap', 'sandbox', 'replay']),
    }),
    person: z.object({ id: z.int(), username: z.string(), realName: z.string() }),
  }),
  credentials: z.union([
    z.object({ way: z.literal('accessKey'), key: z.string() }),
    z.object({ way: z.literal('token'), userId: z.int(), token: z.string() }),
    z.object({ way: z.literal('basic'), username: z.string(), password: z.string() }),
  ]),
});

/** What the person chose the last time; the choice is no secret and is kept per browser. */
export function keepChoice(): KeepChoice {
  try {
    return localStorage.getItem(CHOICE) === 'tab' ? 'tab' : 'memory';
  } catch {
    return 'memory';
  }
}

/** Remembers the choice for the next sign-in. */
export function chooseKeep(choice: KeepChoice): void {
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // A browser that stores nothing keeps to memory, the safer of the two.
  }
}

function store(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, text);
  } catch {
    // As above: without storage the session lasts as long as the page.
  }
}

function restored(): z.infer<typeof keptSchema> | undefined {
  try {
    const result = z.safeParse(keptSchema, JSON.parse(sessionStorage.getItem(KEPT) ?? 'null'));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Goes on with the session that this tab kept, and keeps those that follow as the person chooses.
 * Called once, before the first page. Credentials the server no longer takes lead to signing in again in place.
 */
export function startKeeping(): void {
  const kept = restored();
  keepSessionsWith((next) => store(next && keepChoice() === 'tab' ? JSON.stringify(next) : null));
  if (kept) beginSession(kept.session, kept.credentials);
}

import * as z from 'zod/mini';
import { type Answer, type RawAnswer, readAnswer } from './answers/readAnswer';
import { isSameScope, type Method, orderOf, type RequestOptions } from './asking/order';
import { patiently, readOnce, writeOnce } from './asking/tries';
import { ApiError } from './error';
import { currentCredentials, currentSession } from './session';

/** The schema of routes that answer 200 with nothing: anything else in the body is a fault. */
export const noBody = z.undefined();

/** What an answer says; of one in an unseen shape what can be read (features A6), with code that few answers need. */
async function readOf<T>(
  raw: RawAnswer,
  schema: z.ZodMiniType<T>,
  { mayLeaveOut = false, mend }: RequestOptions,
): Promise<Answer<T>> {
  try {
    return readAnswer(raw, schema);
  } catch (error) {
    if (!(error instanceof ApiError) || error.issues.length === 0) throw error;
    const { mended, noteOdd, withoutOdd } = await import('./answers/withoutOdd');
    if (mend) return mended(raw, schema, { mend, error });
    return mayLeaveOut ? withoutOdd(raw, schema, error) : noteOdd(raw, error);
  }
}

/**
 * Asks the Tuleap API: with the Blueprint client the only way to `door.ts` (held by the architecture test).
 * `path` is relative to `/api/` and built from ids, never from a `uri` of an answer.
 * Gives the parsed body with the headers. Throws `ApiError`, or the abort of the caller's own signal.
 * Reads are tried again where that helps, and equal ones under way are one; writes go out once. A 401 in a running session
 * waits for the same person to sign in again, then asks once more, a write only from the page that wanted it; for anybody
 * else nothing is sent. Neither with
 * `isRepeated: false`.
 */
export async function request<T>(
  method: Method,
  path: string,
  schema: z.ZodMiniType<T>,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const order = orderOf(method, path, options);
  const ask = method === 'GET' ? readOnce : writeOnce;
  const raw = await ask(order);
  const isFinal = options.as !== undefined || options.isRepeated === false;
  if (raw.response.status !== 401 || isFinal) return readOf(raw, schema, options);
  // Signed in anew while the answer was under way: nothing to wait for.
  const isNew = currentCredentials() !== raw.credentials;
  if (isSameScope(order) && !isNew) await patiently(order, options.signal);
  // Where somebody else came, this does not send but says so.
  return readOf(currentSession() ? await ask(order) : raw, schema, options);
}

import * as z from 'zod/mini';
import { noAnswer } from './noAnswer';

const TIMEOUT = 35_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a JSON file that was deployed beside this app (`parterre.json`); never sends credentials, asks no Tuleap and stands
 * in no log. By itself, and with the words for a faulty file fetched only then: the first page needs it before all else.
 * Throws `ApiError` like `request`.
 */
export async function readStatic<T>(
  file: string,
  schema: z.ZodMiniType<T>,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const url = new URL(`${import.meta.env.BASE_URL}${file}`, location.origin);
  const asked = { method: 'GET', path: url.pathname };
  const { signal } = options;
  const limit = AbortSignal.timeout(TIMEOUT);
  let response: Response | undefined;
  let text: string;
  try {
    response = await fetch(url, {
      headers: { Accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw noAnswer(asked, { isTimeout: limit.aborted, response, cause });
  }
  const result = z.safeParse(schema, parsed(text));
  if (response.ok && result.success) return result.data;
  const { readAnswer } = await import('../answers/readAnswer');
  return readAnswer({ response, text, asked, secrets: [] }, schema).data;
}

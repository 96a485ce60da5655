import { type PersonName, sandboxPeople } from '../people';
import type { OpenWorld } from './node';

export interface Asked {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  body: unknown;
}

/** `error.message` of an envelope, else undefined: what most tests of refusals look at. */
export function messageOf({ body }: Asked): unknown {
  const error = (body as { error?: { message?: unknown } } | null)?.error;
  return error?.message;
}

/** Asks the API as a person, with their access key: `ask('PUT svn/1', {settings})`. `null` asks as nobody. */
export function askAs(open: OpenWorld, person: PersonName | null) {
  return async (call: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = 'GET', path = ''] = call.split(' ');
    const response = await open.fetch(`/api/${path}`, {
      method,
      headers: {
        ...(person ? { 'X-Auth-AccessKey': sandboxPeople[person].accessKey } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Empty and HTML bodies stay text.
    }
    const asked: Asked = { status: response.status, headers: response.headers, body: parsed };
    return asked;
  };
}

import * as z from 'zod/mini';
import { ApiError, type AskedRequest, type BodyKind, redact, type ShapeIssue } from '../error';
import { serverMessages } from './serverMessages';
import { shapeIssues } from './shapeIssues';

/** An answer as it came. */
export interface RawAnswer {
  response: Response;
  text: string;
  asked: AskedRequest;
  /** What the request was sent with: taken out of the answer's own words. */
  secrets: readonly string[];
}

/** Gives an answer with its odd parts in a plain form that can be read, and those parts as they came with what was odd. */
export type Mend = (value: unknown) => {
  value: unknown;
  odd: readonly { part: unknown; issues: readonly ShapeIssue[] }[];
};

export interface Answer<T> {
  data: T;
  headers: Headers;
  status: number;
}

/** What kind of body came, by its text and its content type. */
export function bodyKind(text: string, contentType: string): BodyKind {
  if (text.trim() === '') return 'empty';
  if (/\bjson\b/.test(contentType)) return 'json';
  if (!/html/.test(contentType) && !/^\s*</.test(text)) return 'text';
  return /<input[^>]+type=["']?password/i.test(text) ? 'login' : 'html';
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return null;
  }
}

function read({ response, text, asked }: RawAnswer) {
  const { status, headers } = response;
  const body = bodyKind(text, headers.get('content-type') ?? '');
  const parsed = body === 'empty' ? { value: undefined } : parseJson(text);
  return { parsed, facts: { request: asked, status, headers, body } };
}

/** The error that an answer other than 2xx is, with what the server said and without what it was asked with. */
export function refusalOf(raw: RawAnswer): ApiError {
  const { parsed, facts } = read(raw);
  const messages = serverMessages(parsed?.value).map((said) =>
    redact(raw.secrets.reduce((clean, secret) => clean.replaceAll(secret, '…'), said)),
  );
  const message = messages[0] ?? `The server answered ${facts.status}.`;
  return new ApiError('http', message, { ...facts, serverMessages: messages });
}

/** The parsed body of an answer. Throws the `ApiError` that says what was wrong with it. */
export function readAnswer<T>(raw: RawAnswer, schema: z.ZodMiniType<T>): Answer<T> {
  if (!raw.response.ok) throw refusalOf(raw);
  const { parsed, facts } = read(raw);
  if (!parsed) throw new ApiError('shape', 'The answer is not JSON.', facts);
  const result = z.safeParse(schema, parsed.value);
  if (!result.success) {
    const issues = shapeIssues(result.error.issues);
    throw new ApiError('shape', 'The answer has an unexpected shape.', { ...facts, issues });
  }
  return { data: result.data, headers: facts.headers, status: facts.status };
}

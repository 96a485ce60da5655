/** Answers in the form of Tuleap's REST framework: envelopes, headers, texts (conventions.md §1, §5; recordings errors/). */
import type { Call } from './model';

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  412: 'Precondition Failed',
  423: 'Locked',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** As recorded, with the quote that the server forgets to close. */
const CHALLENGE =
  'Basic realm="Restricted Tuleap API Token realm="Restricted Tuleap API" AccessKey realm="Restricted Tuleap API" Bearer realm="Restricted Tuleap API"';

export interface AnswerFacts {
  status?: number;
  /** Sent as `Allow` and `Access-Control-Allow-Methods`. */
  allow?: string;
  headers?: Record<string, string>;
}

/** PHP escapes slashes and everything outside ASCII (conventions.md §1). */
function phpJson(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll('/', '\\/')
    .replace(
      /[\u007f-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function headersOf(facts: AnswerFacts): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    ...(facts.allow ? { allow: facts.allow, 'access-control-allow-methods': facts.allow } : {}),
    ...facts.headers,
  };
}

/** `data` as JSON, 200 unless `facts` says otherwise. `undefined` is the empty body that many routes send. */
export function json(data: unknown, facts: AnswerFacts = {}): Response {
  const body = data === undefined ? '' : phpJson(data);
  const status = facts.status ?? 200;
  return new Response(status === 204 ? null : body, { status, headers: headersOf(facts) });
}

/** 200 with nothing in it: what PUT, PATCH and DELETE of most routes answer. */
export function emptyOk(facts: AnswerFacts = {}): Response {
  return json(undefined, facts);
}

function envelope(status: number, extra: Record<string, unknown>, facts: AnswerFacts): Response {
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': CHALLENGE } : {};
  return json(
    { error: { code: status, message: REASONS[status] ?? 'Error', ...extra } },
    { ...facts, status, headers: { ...headers, ...facts.headers } },
  );
}

/** `{"error":{"code":404,"message":"Not Found: text"}}`; the reason phrase alone when there is no text. */
export function problem(status: number, text = '', facts: AnswerFacts = {}): Response {
  return envelope(status, text ? { message: `${REASONS[status] ?? 'Error'}: ${text}` } : {}, facts);
}

/** Translated routes: `message` is the reason phrase, the text is in `i18n_error_message` (a list: `…_messages`). */
export function translatedProblem(
  status: number,
  text: string | string[],
  facts: AnswerFacts = {},
): Response {
  const key = typeof text === 'string' ? 'i18n_error_message' : 'i18n_error_messages';
  return envelope(status, { [key]: text }, facts);
}

/**
 * An answer that ends the call from any depth. `isEarly`: the framework refused before the route's own code ran,
 * so the answer carries no `Allow` (recorded: every 400 of the validator).
 */
export class Refusal extends Error {
  readonly response: Response;
  readonly isEarly: boolean;

  constructor(response: Response, isEarly = false) {
    super(`refused with ${response.status}`);
    this.response = response;
    this.isEarly = isEarly;
  }
}

/** Ends the call with `problem(status, text)`. */
export function refuse(status: number, text = ''): never {
  throw new Refusal(problem(status, text));
}

/** Ends the call with the validator's 400. */
export function reject(text: string): never {
  throw new Refusal(problem(400, text), true);
}

/** Refusals of `work` carry no `Allow`, although the route's later ones do (recorded: 403 and 404 of PUT artifacts). */
export function beforeAllow<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.response, true) : error;
  }
}

/** A parameter with an empty value counts as absent (conventions.md §1); a list in place of a value is caught here. */
export function textParam(call: Call, name: string): string | undefined {
  const text = call.query.get(name);
  return text === null || text === '' ? undefined : text;
}

export interface IntegerRule {
  fallback: number;
  min?: number | undefined;
  max?: number | undefined;
}

/** An integer of the query string, or the recorded 400 (projects/06–09, errors/35). */
export function integerParam(call: Call, name: string, rule: IntegerRule): number {
  const text = call.query.has(`${name}[]`) ? 'list' : textParam(call, name);
  if (text === undefined) return rule.fallback;
  const value = Number(text);
  const start = `Invalid value specified for \`${name}\`.`;
  if (!/^[+-]?\d+$/.test(text.trim()) || !Number.isSafeInteger(value)) {
    return reject(`${start} Expecting integer value`);
  }
  if (rule.min !== undefined && value < rule.min) {
    return reject(`${start} Minimum required value is ${rule.min}.`);
  }
  if (rule.max !== undefined && value > rule.max) {
    return reject(`${start} Maximum allowed value is ${rule.max}.`);
  }
  return value;
}

/** A boolean of the query string: `true`, `false`, `1`, `0`. */
export function booleanParam(call: Call, name: string, fallback: boolean): boolean {
  const text = textParam(call, name);
  if (text === undefined) return fallback;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return reject(`Invalid value specified for \`${name}\`. Expecting boolean value`);
}

/** One of `choices`, lower case only. */
export function choiceParam<T extends string>(
  call: Call,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const text = textParam(call, name);
  if (text === undefined) return choices[0];
  const found = choices.find((choice) => choice === text);
  return (
    found ??
    reject(`Invalid value specified for \`${name}\`. Expected one of (${choices.join(',')}).`)
  );
}

export interface PageRule {
  default: number;
  /** Enforced: more is a 400. */
  max?: number;
  min?: number;
  /** Said in the header where it is not the enforced one (users, svn). */
  announcedMax?: number;
}

export interface Page {
  limit: number;
  offset: number;
  max: number;
}

/** `limit` and `offset`, checked. Call it before anything else: the real validator runs before the route's code. */
export function readPage(call: Call, rule: PageRule): Page {
  const limit = integerParam(call, 'limit', {
    fallback: rule.default,
    min: rule.min ?? 0,
    max: rule.max,
  });
  const offset = integerParam(call, 'offset', { fallback: 0, min: 0 });
  return { limit, offset, max: rule.announcedMax ?? rule.max ?? limit };
}

export function pageHeaders(page: Page, size: number): Record<string, string> {
  return {
    'x-pagination-limit': String(page.limit),
    'x-pagination-offset': String(page.offset),
    'x-pagination-size': String(size),
    'x-pagination-limit-max': String(page.max),
  };
}

/**
 * The asked page of `items` with the pagination headers. For a wrapped collection or a page filtered after counting,
 * use `readPage` and `pageHeaders`.
 */
export function paged(call: Call, items: readonly unknown[], rule: PageRule): Response {
  const page = readPage(call, rule);
  return json(items.slice(page.offset, page.offset + page.limit), {
    headers: pageHeaders(page, items.length),
  });
}

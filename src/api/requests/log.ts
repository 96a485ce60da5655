import type { Connection } from '../session';
import { maskHeaders, maskText } from './mask';
import { originOf } from './origin';

/** One try of one request, as the inspector shows it. Everything in it is masked before it gets here. */
export interface LoggedRequest {
  id: number;
  method: string;
  /** From `/api/` on, with the query. */
  path: string;
  server: { id: string; label: string; url: string };
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Null while it is under way. */
  milliseconds: number | null;
  /** 1 for the first try. */
  attempt: number;
  /** Names in lower case; secrets are `•••`. */
  requestHeaders: Record<string, string>;
  requestBody: string | null;
  /** Null while no answer came. */
  status: number | null;
  answerHeaders: Record<string, string>;
  answerBody: string | null;
  answerBytes: number | null;
  /** Why no whole answer came, in words. */
  problem: string | null;
  /** Characters of the bodies that were left out, so that the log stays small. */
  requestCut: number;
  answerCut: number;
}

/** What is known before a request leaves. `secrets` are taken out of all that is logged of it. */
export interface Departure {
  method: string;
  path: string;
  connection: Pick<Connection, 'id' | 'label' | 'url'>;
  attempt: number;
  headers: Record<string, string>;
  body: string | null;
  secrets: readonly string[];
}

/** What came of it. `text` is null where the answer was not text, or was not read here. */
export interface Arrival {
  status: number | null;
  headers: Headers | null;
  text: string | null;
  bytes: number | null;
  problem: string | null;
}

/** The problem of a request that nobody waits for any more. */
export const STOPPED = 'Stopped.';

const MOST = 500;
const MOST_OF_A_BODY = 65_536;
/** Of all bodies together: the oldest ones are let go first. */
const MOST_OF_ALL = 8_388_608;
/** Longer than any secret: what the cut would halve is masked before. */
const BEYOND = 4_096;

let last = 0;
let entries: readonly LoggedRequest[] = [];
const listeners = new Set<() => void>();

function become(next: readonly LoggedRequest[]): void {
  entries = next;
  for (const listener of listeners) listener();
}

interface Kept {
  text: string | null;
  cut: number;
}

/** A new string: a slice would keep the whole text alive. */
function copy(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

function keep(text: string | null, secrets: readonly string[]): Kept {
  if (text === null) return { text: null, cut: 0 };
  const masked = maskText(text.slice(0, MOST_OF_A_BODY + BEYOND), secrets);
  if (text.length <= MOST_OF_A_BODY) return { text: masked, cut: 0 };
  return { text: copy(masked.slice(0, MOST_OF_A_BODY)), cut: text.length - MOST_OF_A_BODY };
}

function sizeOf({ requestBody, answerBody }: LoggedRequest): number {
  return (requestBody?.length ?? 0) + (answerBody?.length ?? 0);
}

function withoutBodies(entry: LoggedRequest): LoggedRequest {
  return {
    ...entry,
    requestBody: null,
    answerBody: null,
    requestCut: entry.requestCut + (entry.requestBody?.length ?? 0),
    answerCut: entry.answerCut + (entry.answerBody?.length ?? 0),
  };
}

function within(list: readonly LoggedRequest[]): readonly LoggedRequest[] {
  let over = list.reduce((sum, entry) => sum + sizeOf(entry), 0) - MOST_OF_ALL;
  if (over <= 0) return list;
  return list.map((entry) => {
    if (over <= 0) return entry;
    over -= sizeOf(entry);
    return withoutBodies(entry);
  });
}

/** Puts a request that is about to leave into the log of this tab. Gives what to call with its outcome. */
export function logRequest(departure: Departure): (arrival: Arrival) => void {
  const { method, connection, attempt, secrets } = departure;
  const body = keep(departure.body, secrets);
  last += 1;
  const id = last;
  const began = performance.now();
  const entry: LoggedRequest = {
    id,
    method,
    path: maskText(departure.path, secrets),
    server: { id: connection.id, label: connection.label, url: originOf(connection) },
    startedAt: Date.now(),
    milliseconds: null,
    attempt,
    requestHeaders: maskHeaders(departure.headers, secrets),
    requestBody: body.text,
    status: null,
    answerHeaders: {},
    answerBody: null,
    answerBytes: null,
    problem: null,
    requestCut: body.cut,
    answerCut: 0,
  };
  become(within([...entries, entry].slice(-MOST)));
  return ({ status, headers, text, bytes, problem }) => {
    const answer = keep(text, secrets);
    const done: Partial<LoggedRequest> = {
      milliseconds: Math.round(performance.now() - began),
      status,
      answerHeaders: headers ? maskHeaders(headers, secrets) : {},
      answerBody: answer.text,
      answerCut: answer.cut,
      answerBytes: bytes,
      problem: problem === null ? null : maskText(problem, secrets),
    };
    become(within(entries.map((each) => (each.id === id ? { ...each, ...done } : each))));
  };
}

/** The last 500 requests of this tab, oldest first; a new list whenever something changed. */
export function loggedRequests(): readonly LoggedRequest[] {
  return entries;
}

export function subscribeToLog(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Forgets everything that was logged; requests under way are no longer in it. */
export function clearLog(): void {
  become([]);
}

import * as z from 'zod/mini';
import { ApiError } from '~/api/error';
import { isCrossOrigin } from '~/api/requests/origin';
import { probe, type Question } from '~/api/requests/probe';
import type { Connection, Person } from '~/api/session';

/** What came back. `none`: no answer, or one that the browser withholds, which a script cannot tell apart. */
export type Came =
  | {
      kind: 'answer';
      status: number;
      headers: Headers;
      text: string;
      milliseconds: number;
      /** This device's clock when it came. */
      at: number;
    }
  | { kind: 'none'; reason: string; milliseconds: number };

/** One request as a line of the report: what was asked, what came. */
export interface Step {
  asked: string;
  came: string;
}

/** Whom the doctor looks at, and how. */
export interface Subject {
  connection: Connection;
  /** Null when nobody is signed in there. */
  person: Person | null;
  isReadOnly: boolean;
  /** The artifact that a save is tried on, where the person named one. */
  artifact?: number | undefined;
}

/** What a check works with; it keeps what it asked. */
export interface Bench extends Subject {
  /** The server is at another origin than this page: CORS applies (features D1). */
  isFar: boolean;
  steps: readonly Step[];
  /** Asks once; equal GETs of one examination are one request. */
  ask(question: Question): Promise<Came>;
}

const reasons: Readonly<Record<string, string>> = {
  offline: 'this device is offline',
  timeout: 'no answer in time',
  cut: 'the answer broke off',
};

async function send(subject: Subject, question: Question, signal: AbortSignal): Promise<Came> {
  const began = performance.now();
  try {
    const answer = await probe(subject.connection, question, signal);
    return { kind: 'answer', ...answer, at: Date.now() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const reason = reasons[error.reason ?? ''] ?? 'no answer that this page may read';
    return { kind: 'none', reason, milliseconds: Math.round(performance.now() - began) };
  }
}

function stepOf({ method, path, headers, isAnonymous }: Question, came: Came): Step {
  const named = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const facts = [...named.filter((line) => !line.startsWith('Authorization'))];
  if (isAnonymous) facts.push('without sign-in');
  const what = came.kind === 'answer' ? String(came.status) : came.reason;
  return {
    asked: `${method} ${path}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`,
    came: `${what}, ${came.milliseconds} ms`,
  };
}

/** Begins an examination: gives a bench of its own to each check, over one set of answers. */
export function openBench(subject: Subject, signal: AbortSignal): () => Bench {
  const known = new Map<string, Promise<Came>>();
  const isFar = isCrossOrigin(subject.connection);
  function answerTo(question: Question): Promise<Came> {
    const key = JSON.stringify(question);
    const before = question.method === 'GET' ? known.get(key) : undefined;
    const answer = before ?? send(subject, question, signal);
    known.set(key, answer);
    return answer;
  }
  return () => {
    const steps: Step[] = [];
    return {
      ...subject,
      isFar,
      steps,
      ask: async (question) => {
        const came = await answerTo(question);
        steps.push(stepOf(question, came));
        return came;
      },
    };
  };
}

/** The answer's body by `schema`; undefined for an error, HTML, or another shape. */
export function readAs<T>(came: Came, schema: z.ZodMiniType<T>): T | undefined {
  if (came.kind === 'none' || came.status >= 300) return undefined;
  try {
    const read = z.safeParse(schema, JSON.parse(came.text));
    return read.success ? read.data : undefined;
  } catch {
    // Not JSON: a page of HTML, say. The check tells so from what came.
    return undefined;
  }
}

/** Whether a page came where the API answers with JSON. */
export function isPage(came: Came): boolean {
  return came.kind === 'answer' && /\bhtml\b/.test(came.headers.get('content-type') ?? '');
}

/** A header of the answer, null when there is none or this page may not read it. */
export function headerOf(came: Came, name: string): string | null {
  return came.kind === 'answer' ? came.headers.get(name) : null;
}

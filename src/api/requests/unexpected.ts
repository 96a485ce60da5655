import { useSyncExternalStore } from 'react';
import type { AskedRequest, ShapeIssue } from '../error';
import { maskText } from './mask';

/** A part of an answer that is not as this version of Parterre knows it (features A6). */
export interface UnexpectedShape {
  id: number;
  /** The request that brought it: `GET /api/projects?limit=50`. */
  request: string;
  issues: readonly ShapeIssue[];
  /** The part as it came, as JSON. */
  json: string;
}

const MOST = 100;
const MOST_OF_ONE = 20_000;

let last = 0;
let shapes: readonly UnexpectedShape[] = [];
const listeners = new Set<() => void>();

function become(next: readonly UnexpectedShape[]): void {
  shapes = next;
  for (const listener of listeners) listener();
}

/** The answers that are secrets themselves: under whatever key the text stands, it is not shown. */
const secretAnswers = /^POST \S*\/(tokens|access_keys)\b/;

interface Unread {
  issues: readonly ShapeIssue[];
  part: unknown;
  /** What the request was sent with. */
  secrets?: readonly string[];
}

/**
 * Notes a part of an answer that could not be read as it should be, without a secret (features C7); the same part is noted
 * once.
 */
export function noteUnexpected(
  { method, path }: AskedRequest,
  { issues, part, secrets = [] }: Unread,
): void {
  const request = maskText(`${method} ${path}`, secrets);
  const json = secretAnswers.test(request)
    ? 'Not shown: it holds a new secret.'
    : maskText(JSON.stringify(part, null, 2) ?? 'undefined', secrets).slice(0, MOST_OF_ONE);
  const isKnown = shapes.some((shape) => shape.json === json && shape.request === request);
  if (isKnown) return;
  last += 1;
  become([...shapes, { id: last, request, issues, json }].slice(-MOST));
}

/** What was unexpected in this tab, oldest first. */
export function unexpectedShapes(): readonly UnexpectedShape[] {
  return shapes;
}

export function forgetUnexpected(): void {
  become([]);
}

export function subscribeToUnexpected(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The list for components. */
export function useUnexpected(): readonly UnexpectedShape[] {
  return useSyncExternalStore(subscribeToUnexpected, unexpectedShapes);
}

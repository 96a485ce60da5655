import { expect } from 'vitest';
import * as z from 'zod/mini';
import { errorEnvelopeSchema } from '~/api/answers/serverMessages';
import { createdArtifactSchema } from '~/api/artifacts/create';
import { type Artifact, artifactSchema } from '~/api/artifacts/read';
import { changesetsSchema } from '~/api/changesets/read';
import { type Tracker, trackerSchema } from '~/api/trackers';
import { neededValues } from './needed';
import { type Answer, ask, type Server } from './server';

/** One promise about writing, in the tracker that may be written to. */
export interface WriteAssertion {
  says: string;
  hold(server: Server, trackerId: number): Promise<void>;
}

async function trackerOf(server: Server, trackerId: number): Promise<Tracker> {
  return z.parse(trackerSchema, (await ask(server, `trackers/${trackerId}`)).body);
}

/** The values that a new artifact of the tracker needs. */
export async function valuesFor(
  server: Server,
  trackerId: number,
  title: string,
): Promise<unknown[]> {
  return neededValues(await trackerOf(server, trackerId), title);
}

/** A new artifact of the tracker; gives its id. */
export async function created(server: Server, trackerId: number, title: string): Promise<number> {
  const values = await valuesFor(server, trackerId, title);
  const body = { tracker: { id: trackerId }, values };
  const answer = await ask(server, 'artifacts', { method: 'POST', body });
  expect(answer.status).toBe(201);
  return z.parse(createdArtifactSchema, answer.body).id;
}

/** The artifact as the server holds it now. */
export async function readBack(
  server: Server,
  id: number,
): Promise<{ artifact: Artifact; answer: Answer }> {
  const answer = await ask(server, `artifacts/${id}`);
  return { artifact: z.parse(artifactSchema, answer.body), answer };
}

async function titled(server: Server, trackerId: number, value: string): Promise<unknown[]> {
  const { semantics } = await trackerOf(server, trackerId);
  return [{ field_id: semantics.title?.field_id, value }];
}

/** A condition that the server will meet: the ETag as it came, else the date. */
function condition({ headers }: Answer): Record<string, string> {
  const etag = headers.get('etag');
  return etag
    ? { 'If-Match': etag }
    : { 'If-Unmodified-Since': headers.get('last-modified') ?? '' };
}

function expectRefusal(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  z.parse(errorEnvelopeSchema, answer.body);
}

export const writes: readonly WriteAssertion[] = [
  {
    says: 'what is posted and put comes back; PUT answers 200 with an empty body and the new version',
    async hold(server, trackerId) {
      const id = await created(server, trackerId, 'Contract: created');
      const before = await readBack(server, id);
      expect(before.artifact.title).toBe('Contract: created');
      const put = await ask(server, `artifacts/${id}`, {
        method: 'PUT',
        headers: condition(before.answer),
        body: { values: await titled(server, trackerId, 'Contract: changed') },
      });
      expect([put.status, put.body]).toEqual([200, '']);
      const after = await readBack(server, id);
      expect(after.artifact.title).toBe('Contract: changed');
      expect(put.headers.get('last-modified')).toBe(after.answer.headers.get('last-modified'));
    },
  },
  {
    says: 'a stale If-Match, a quoted one, and a stale date each get 412 and change nothing',
    async hold(server, trackerId) {
      const id = await created(server, trackerId, 'Contract: guarded');
      const { answer } = await readBack(server, id);
      const body = { values: await titled(server, trackerId, 'Contract: overwritten') };
      const stale: Record<string, string>[] = [
        { 'If-Match': '1' },
        { 'If-Match': `"${answer.headers.get('etag')}"` },
        { 'If-Unmodified-Since': 'Thu, 01 Jan 1970 00:00:01 GMT' },
      ];
      for (const headers of stale) {
        const refused = await ask(server, `artifacts/${id}`, { method: 'PUT', headers, body });
        expectRefusal(refused, 412);
      }
      expect((await readBack(server, id)).artifact.title).toBe('Contract: guarded');
    },
  },
  {
    says: 'a comment alone is a changeset, the newest one; nothing at all is none',
    async hold(server, trackerId) {
      const id = await created(server, trackerId, 'Contract: commented');
      const comment = { body: 'A contract comment', format: 'text' };
      const put = async (body: unknown) =>
        (await ask(server, `artifacts/${id}`, { method: 'PUT', body })).status;
      expect(await put({ values: [], comment })).toBe(200);
      expect(await put({ values: [] })).toBe(200);
      const path = `artifacts/${id}/changesets`;
      const { size } = await ask(server, `${path}?limit=1`);
      expect(size).toBe(2);
      const newest = await ask(server, `${path}?limit=1&offset=${size - 1}&fields=all`);
      const [changeset] = z.parse(changesetsSchema, newest.body);
      expect(changeset?.last_comment.body).toBe('A contract comment');
    },
  },
  {
    says: 'an unknown field, no values and an unknown tracker are refused',
    async hold(server, trackerId) {
      const id = await created(server, trackerId, 'Contract: refused');
      const put = (body: unknown) => ask(server, `artifacts/${id}`, { method: 'PUT', body });
      expectRefusal(await put({ values: [{ field_id: 99_999_999, value: 'x' }] }), 400);
      expectRefusal(await put({}), 400);
      const body = { tracker: { id: 99_999_999 }, values: [] };
      expectRefusal(await ask(server, 'artifacts', { method: 'POST', body }), 404);
    },
  },
];

import { expect } from 'vitest';
import * as z from 'zod/mini';
import { artifactCollectionSchema, linkNaturesSchema, type ValueEntry } from '~/api/artifacts/read';
import { trackerArtifactsSchema } from '~/api/trackerArtifacts';
import { trackerSchema } from '~/api/trackers';
import { artifactLinkField } from '~/fields/artifactLink/artifactLinkField';
import type { Assertion } from './reads';
import { ask, type Server } from './server';
import { created, readBack, type WriteAssertion } from './writes';

const UNKNOWN = 99_999_999;

const byIds = (ids: readonly number[]) =>
  `artifacts?query=${encodeURIComponent(JSON.stringify({ id: ids }))}`;

/** Promises about several artifacts and their links that can be checked without changing anything. */
export const linkReads: readonly Assertion[] = [
  {
    says: 'artifacts are read by their ids, unknown ones are left out, 101 at once are refused',
    async hold(server, { artifactId }) {
      const answer = await ask(server, byIds([artifactId, UNKNOWN]));
      expect(answer.status).toBe(200);
      const { collection } = z.parse(artifactCollectionSchema, answer.body);
      expect(collection.map(({ id }) => id)).toEqual([artifactId]);
      const many = Array.from({ length: 101 }, (_, index) => index + 1);
      expect((await ask(server, byIds(many))).status).toBe(403);
      expect((await ask(server, byIds([]))).status).toBe(400);
    },
  },
  {
    says: 'the kinds of links around an artifact are named; an unknown artifact is 404',
    async hold(server, { artifactId }) {
      const answer = await ask(server, `artifacts/${artifactId}/links`);
      expect(answer.status).toBe(200);
      for (const { label } of z.parse(linkNaturesSchema, answer.body).natures) {
        expect(label).not.toBe('');
      }
      expect((await ask(server, `artifacts/${UNKNOWN}/links`)).status).toBe(404);
    },
  },
  {
    says: 'order=desc gives the newest artifacts of a tracker first',
    async hold(server, { trackerId }) {
      const answer = await ask(server, `trackers/${trackerId}/artifacts?limit=5&order=desc`);
      const ids = z.parse(trackerArtifactsSchema, answer.body).map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted((a, b) => b - a));
      const all = await ask(server, `trackers/${trackerId}/artifacts?limit=1000`);
      const last = z.parse(trackerArtifactsSchema, all.body).map(({ id }) => id);
      if (all.size <= 1000) expect(ids[0]).toBe(Math.max(...last));
    },
  },
];

/** The link field of the tracker; null where it has none, which is then said. */
async function linkFieldOf(server: Server, trackerId: number): Promise<number | null> {
  const tracker = z.parse(trackerSchema, (await ask(server, `trackers/${trackerId}`)).body);
  const field = tracker.fields.find(({ type }) => artifactLinkField.types.includes(type));
  if (!field) process.stdout.write(`${tracker.label} has no link field: links are not asked.\n`);
  return field?.field_id ?? null;
}

function linksIn(values: readonly ValueEntry[] | null, fieldId: number) {
  const entry = values?.find(({ field_id }) => field_id === fieldId);
  return z
    .parse(artifactLinkField.schema, entry)
    .links.map(({ id, type }) => ({ id, type: type ?? '' }));
}

/** Promises about links and deleting, in the tracker that may be written to. */
export const linkWrites: readonly WriteAssertion[] = [
  {
    says: 'links replace the whole set, and one sent without its type loses it',
    async hold(server, trackerId) {
      const field = await linkFieldOf(server, trackerId);
      if (field === null) return;
      const id = await created(server, trackerId, 'Contract: linking');
      const one = await created(server, trackerId, 'Contract: linked once');
      const two = await created(server, trackerId, 'Contract: linked twice');
      const put = async (links: unknown) => {
        const body = { values: [{ field_id: field, links }] };
        return (await ask(server, `artifacts/${id}`, { method: 'PUT', body })).status;
      };
      const now = async () => linksIn((await readBack(server, id)).artifact.values, field);
      expect(await put([{ id: one, type: '_is_child' }])).toBe(200);
      expect(await now()).toEqual([{ id: one, type: '_is_child' }]);
      expect(await put([{ id: one }, { id: two, type: '_is_child' }])).toBe(200);
      expect((await now()).toSorted((a, b) => a.id - b.id)).toEqual([
        { id: one, type: '' },
        { id: two, type: '_is_child' },
      ]);
      expect(await put([{ id: two, type: '_is_child' }])).toBe(200);
      expect(await now()).toEqual([{ id: two, type: '_is_child' }]);
      expect(await put([{ id }])).toBe(200);
      expect(await now()).toEqual([]);
      expect(await put([{ id: UNKNOWN }])).toBe(400);
    },
  },
  {
    says: 'a deletion says how many are left, and what is deleted is 404; who may not is told 403 or 429',
    async hold(server, trackerId) {
      const id = await created(server, trackerId, 'Contract: deleted');
      const answer = await ask(server, `artifacts/${id}`, { method: 'DELETE' });
      expect([200, 403, 429]).toContain(answer.status);
      if (answer.status !== 200) return;
      expect(answer.body).toBe('');
      // A browser of another origin may not read these, a test may.
      expect(answer.headers.get('x-ratelimit-limit')).toMatch(/^\d+$/);
      expect(answer.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/);
      expect((await ask(server, `artifacts/${id}`)).status).toBe(404);
      expect((await ask(server, `artifacts/${id}`, { method: 'DELETE' })).status).toBe(404);
    },
  },
];

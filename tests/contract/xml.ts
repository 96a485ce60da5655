import { expect } from 'vitest';
import * as z from 'zod/mini';
import { createdArtifactSchema } from '~/api/artifacts/create';
import { artifactSchema } from '~/api/artifacts/read';
import { trackerSchema } from '~/api/trackers';
import { readXml } from '~/api/xml/readXml';
import { writeXml } from '~/api/xml/writeXml';
import { type Answer, ask, type Server } from './server';
import { told } from './told';
import { created, readBack, valuesFor, type WriteAssertion } from './writes';

const xml = { Accept: 'application/xml', 'Content-Type': 'application/xml' };

function sendXml(server: Server, method: string, path: string, body: unknown): Promise<Answer> {
  return ask(server, path, { method, headers: xml, text: writeXml(body) });
}

/** The values without what is another in every artifact: its number, its dates, its rank. */
function stored(artifact: z.infer<typeof artifactSchema>): unknown[] {
  const own = /^(aid|atid|subon|lud|priority)$/;
  return (artifact.values ?? []).filter(({ type }) => !own.test(type));
}

const hostile = '<b>a & b</b> ]]> "it\'s" 🌷';

/** What a new artifact needs, and lines in its description where it has one. */
async function hostileValues(server: Server, trackerId: number, title: string): Promise<unknown[]> {
  const { body } = await ask(server, `trackers/${trackerId}`);
  const { description } = z.parse(trackerSchema, body).semantics;
  const values = await valuesFor(server, trackerId, title);
  const value = { content: `${title}\r\n\t<i>two</i>\n`, format: 'text' };
  return description ? [...values, { field_id: description.field_id, value }] : values;
}

/** XML on the routes where Tuleap takes it (conventions.md §9; recorded: artifacts/167–176). */
export const xmlWrites: readonly WriteAssertion[] = [
  {
    says: 'A1: what is posted and put as our XML is stored as the same JSON is',
    async hold(server, trackerId) {
      const body = {
        tracker: { id: trackerId },
        values: await hostileValues(server, trackerId, hostile),
      };
      const asJson = await ask(server, 'artifacts', { method: 'POST', body });
      const asXml = await sendXml(server, 'POST', 'artifacts', body);
      expect([asJson.status, asXml.status]).toEqual([201, 201]);
      const json = z.parse(createdArtifactSchema, asJson.body);
      const answer = readXml(String(asXml.body), createdArtifactSchema);
      const { id } = z.parse(createdArtifactSchema, answer);
      const first = await readBack(server, json.id);
      expect(stored((await readBack(server, id)).artifact)).toEqual(stored(first.artifact));

      const change = { values: await hostileValues(server, trackerId, `${hostile} changed`) };
      const put = await sendXml(server, 'PUT', `artifacts/${id}`, change);
      expect([put.status, put.body]).toEqual([200, '']);
      await ask(server, `artifacts/${json.id}`, { method: 'PUT', body: change });
      const second = await readBack(server, json.id);
      expect(second.artifact.title).not.toBe(first.artifact.title);
      expect(stored((await readBack(server, id)).artifact)).toEqual(stored(second.artifact));
    },
  },
  {
    says: 'A1: an artifact in XML reads by its schema as in JSON; null, "" and [] are one',
    async hold(server, trackerId) {
      const id = await created(server, trackerId, 'Contract: read as XML');
      const { artifact } = await readBack(server, id);
      const answer = await ask(server, `artifacts/${id}`, { headers: { Accept: xml.Accept } });
      expect(answer.headers.get('content-type')).toMatch(/^application\/xml\b/);
      const read = z.parse(artifactSchema, readXml(String(answer.body), artifactSchema));
      const { values: _, tracker: __, ...facts } = artifact;
      expect(told(read)).toMatchObject(told(facts) ?? {});
      expect(read.values?.map(({ field_id }) => field_id)).toEqual(
        artifact.values?.map(({ field_id }) => field_id),
      );
    },
  },
];

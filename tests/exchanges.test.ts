import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import { errorEnvelopeSchema } from '~/api/serverMessages';
import { contractOf } from '~/fields/registry';
import { askRecorded, beRecorded } from './exchanges/asking';
import { biteAt } from './exchanges/bite';
import { entriesByType } from './exchanges/entries';
import { lostPaths } from './exchanges/lossless';
import {
  hasRecordings,
  isFolderNamed,
  isXml,
  type Recording,
  readRecordings,
  recordingsFolder,
} from './exchanges/recordings';
import { routeOf, routes } from './exchanges/routes';
import { sitesOf } from './exchanges/sites';
import { type Row, tableText } from './exchanges/table';

const recordings = hasRecordings ? readRecordings(recordingsFolder) : [];
const asked = recordings.filter((recording) => recording.path !== null && !isXml(recording));
const good = asked.filter(({ status }) => status >= 200 && status < 300);
const bad = asked.filter(({ status }) => status >= 400);

const rows = new Map<string, Row>();

function row(route: string): Row {
  const known = rows.get(route) ?? { route, recorded: 0, parsed: 0, compared: 0 };
  rows.set(route, known);
  return known;
}

beforeAll(beRecorded);

afterAll(() => {
  if (rows.size > 0) process.stdout.write(`\n${tableText([...rows.values()], 'Truth')}\n`);
});

if (!hasRecordings) {
  test('Truth: skipped, because there is no folder of recordings (TULEAP_EXCHANGES, else ../shared/tuleap-exchanges)', () => {
    // A folder that was named and is not there is a mistake, not a machine without recordings.
    expect(isFolderNamed, `TULEAP_EXCHANGES names ${recordingsFolder}`).toBe(false);
    process.stdout.write('Truth: skipped, no recordings of a real Tuleap on this machine.\n');
  });
}

describe.runIf(hasRecordings)('recorded answers', () => {
  test('Truth: the folder holds answers to questions that the app asks', () => {
    expect(good.filter(routeOf)).not.toEqual([]);
  });

  for (const route of routes) {
    const answers = good.filter((recording) => routeOf(recording) === route);
    if (answers.length === 0) continue;

    test(`Truth: ${route.name}: every recorded answer is accepted whole`, async () => {
      const line = row(route.name);
      for (const answer of answers) {
        line.recorded++;
        const { data } = await askRecorded(answer, route.schema);
        const kept = data === undefined ? '' : JSON.parse(JSON.stringify(data));
        expect(lostPaths(answer.body, kept), answer.file).toEqual([]);
        line.parsed++;
      }
    });

    test(`Truth: ${route.name}: the schema bites at every key that the app reads`, () => {
      expect(z.safeParse(route.schema, {}).success).toBe(false);
      expect(z.safeParse(route.schema, '<html>').success).toBe(false);
      expect(faultsOf(answers.map(({ body }) => ({ schema: route.schema, data: body })))).toEqual(
        [],
      );
    });
  }

  test('Truth: every recorded value is accepted whole by the contract of its field type', () => {
    for (const [type, entries] of entriesByType(good)) {
      const line = row(`value ${type}`);
      for (const { file, entry } of entries) {
        line.recorded++;
        const result = z.safeParse(contractOf(type).schema, entry);
        expect(result.error?.issues ?? [], `${file}: ${JSON.stringify(entry)}`).toEqual([]);
        expect(lostPaths(entry, JSON.parse(JSON.stringify(result.data))), file).toEqual([]);
        line.parsed++;
      }
    }
  });

  test('Truth: the contracts bite at every key that they read', () => {
    for (const [type, entries] of entriesByType(good)) {
      const { schema } = contractOf(type);
      expect(z.safeParse(schema, {}).success, type).toBe(false);
      expect(faultsOf(entries.map(({ entry }) => ({ schema, data: entry }))), type).toEqual([]);
    }
  });

  test('Truth: every recorded error keeps its status and what the server said, and has words', async () => {
    for (const recording of bad) await judgeError(recording);
  });
});

/** Bites once at each place, in the first answer that has it. */
function faultsOf(wholes: readonly { schema: z.ZodMiniType; data: unknown }[]): string[] {
  const done = new Set<string>();
  return wholes.flatMap((whole) =>
    sitesOf(whole.schema, whole.data).flatMap((site) => {
      if (done.has(site.place)) return [];
      done.add(site.place);
      return biteAt(site, whole);
    }),
  );
}

async function judgeError(recording: Recording): Promise<void> {
  const line = row(`errors (${recording.status})`);
  line.recorded++;
  const error = await askRecorded(recording, z.unknown()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`${recording.file}: ${String(error)}`);
  expect([error.kind, error.status], recording.file).toEqual(['http', recording.status]);
  if (typeof recording.body === 'object') {
    expect(z.safeParse(errorEnvelopeSchema, recording.body).success, recording.file).toBe(true);
    expect(error.body, recording.file).toBe('json');
  }
  const words = explain(error);
  expect(words.title && words.what && words.next, recording.file).toBeTruthy();
  for (const said of error.serverMessages) expect(words.details).toContain(said);
  line.parsed++;
}

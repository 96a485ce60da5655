import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { errorEnvelopeSchema } from '~/api/answers/serverMessages';
import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import { contractOf } from '~/fields/registry';
import { unknownField } from '~/fields/unknown/unknownField';
import { askRecorded, beRecorded } from './exchanges/asking';
import { biteAt } from './exchanges/bite';
import { compareRoute } from './exchanges/compare';
import { entriesByType } from './exchanges/entries';
import { lostPaths } from './exchanges/lossless';
import * as ours from './exchanges/ours';
import {
  isRightlyRead,
  isXml,
  noneRead,
  type Recording,
  readRecordings,
  recordingsFolder,
} from './exchanges/recordings';
import { type Route, routeOf, routes } from './exchanges/routes';
import { sitesOf } from './exchanges/sites';
import { type Row, tableText } from './exchanges/table';
import { openWorld } from './sandbox/doors/node';

const recordings = readRecordings(recordingsFolder);
const asked = recordings.filter((recording) => recording.path !== null && !isXml(recording));
const good = asked.filter(({ status }) => status >= 200 && status < 300);
const bad = asked.filter(({ status }) => status >= 400);

/** The two printed tables: answers by route, values by field type. */
const answerRows = new Map<string, Row>();
const valueRows = new Map<string, Row>();
const notAsked: string[] = [];
const notSent: string[] = [];

function rowIn(rows: Map<string, Row>, route: string): Row {
  const known = rows.get(route) ?? { route, recorded: 0, parsed: 0 };
  rows.set(route, known);
  return known;
}

function printTables(): void {
  const tables = [
    tableText([...answerRows.values()], 'route'),
    tableText([...valueRows.values()], 'value of a field of type'),
    notAsked.length > 0 ? `Without an equivalent in the sandbox: ${notAsked.join(', ')}\n` : '',
    notSent.length > 0 ? `Never sent by the sandbox: ${notSent.join(', ')}\n` : '',
    `${ours.pinned}\n`,
  ];
  process.stdout.write(`\n${tables.join('\n')}\n`);
}

/** What a plugin adds is shown raw and never sent: its contract takes anything by right (features E9). */
const isKnown = (type: string): boolean => contractOf(type) !== unknownField;

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
  const line = rowIn(answerRows, routeOf(recording)?.name ?? 'errors of other routes');
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
  for (const part of [words.title, words.what, words.next]) {
    expect(part, recording.file).toMatch(/\w/);
  }
  for (const said of error.serverMessages) expect(words.details).toContain(said);
  line.parsed++;
}

function describeRoute(route: Route): void {
  const all = asked.filter((recording) => routeOf(recording) === route);
  const answers = all.filter((recording) => good.includes(recording));
  if (answers.length > 0) {
    test(`Truth: ${route.name}: every recorded answer is accepted whole`, async () => {
      const line = rowIn(answerRows, route.name);
      for (const answer of answers) {
        line.recorded++;
        const { data } = await askRecorded(answer, route.schema);
        const kept = data === undefined ? '' : JSON.parse(JSON.stringify(data));
        expect(lostPaths(answer.body, kept), answer.file).toEqual([]);
        line.parsed++;
      }
    });

    test(`Truth: ${route.name}: the schema bites at every key that the app reads`, () => {
      const { schema } = route;
      expect(z.safeParse(schema, {}).success).toBe(false);
      expect(z.safeParse(schema, '<html>').success).toBe(false);
      expect(faultsOf(answers.map(({ body }) => ({ schema, data: body })))).toEqual([]);
    });
  }

  if (all.length === 0) return;
  test(`Truth: ${route.name}: the sandbox answers as the real server did`, async () => {
    const { compared, faults, ...left } = await compareRoute(all, openWorld());
    rowIn(answerRows, route.name).compared = compared;
    const unsent = left.notSent.map((where) => `${route.name}: ${where}`);
    notAsked.push(...left.notAsked);
    notSent.push(...unsent);
    expect(faults).toEqual([]);
    if (!ours.areOurs) return;
    const files = all.map(({ file }) => file);
    expect(left.notAsked.toSorted()).toEqual(ours.notAsked.filter((file) => files.includes(file)));
    expect(unsent).toEqual(ours.notSent.filter((where) => where.startsWith(`${route.name}: `)));
  });
}

function describeRecordings(): void {
  beforeAll(beRecorded);

  afterAll(printTables);

  for (const route of routes) describeRoute(route);

  test('Truth: every recorded value is accepted whole by the contract of its field type', () => {
    for (const [type, entries] of entriesByType(good)) {
      const line = rowIn(valueRows, isKnown(type) ? type : `${type} (shown raw)`);
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
      if (!isKnown(type)) continue;
      const { schema } = contractOf(type);
      expect(z.safeParse(schema, {}).success, type).toBe(false);
      expect(faultsOf(entries.map(({ entry }) => ({ schema, data: entry }))), type).toEqual([]);
    }
  });

  test('Truth: every recorded error keeps its status and what the server said, and has words', async () => {
    for (const recording of bad) await judgeError(recording);
  });
}

if (recordings.length > 0) {
  describe('recorded answers', describeRecordings);
} else {
  test(`Truth: nothing is compared, because ${noneRead}`, () => {
    process.stdout.write(`Truth: nothing is compared, because ${noneRead}.\n`);
    expect(isRightlyRead(recordings), noneRead).toBe(true);
  });
}

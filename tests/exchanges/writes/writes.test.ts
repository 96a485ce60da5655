import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { changedEntries } from '~/fields/changedEntries';
import type { WriteEntry } from '~/fields/contract';
import { type FieldReadings, readFields } from '~/fields/readField';
import { isXml, type Recording, readRecordings, recordingsFolder } from '../recordings';
import { editOf } from './edits';
import { isToldOf, recordedFields } from './recordedFields';

const recordings = readRecordings(recordingsFolder).filter((recording) => !isXml(recording));

const bodySchema = z.looseObject({
  values: z.array(z.looseObject({ field_id: z.int() })),
});

/** In the order in which they were made: by the number that their names begin with. */
function inOrder(all: readonly Recording[]): Recording[] {
  return all.toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }));
}

const written = inOrder(recordings).filter(
  ({ method, path, status }) =>
    status >= 200 &&
    status < 300 &&
    ((method === 'PUT' && /^artifacts\/\d+$/.test(path ?? '')) ||
      (method === 'POST' && path === 'artifacts')),
);

const bodies = recordings.map(({ body }) => body);
const fields = recordedFields(bodies);
/** What each artifact holds after the writes so far: the base of the next edit. */
const worlds = new Map<string, Map<number, unknown>>();

function baseOf(held: ReadonlyMap<number, unknown>, all: readonly Field[]): FieldReadings {
  return new Map(
    [...readFields(null, all)].map(([id, reading]) => [
      id,
      held.has(id) ? { ...reading, value: held.get(id) } : reading,
    ]),
  );
}

const skipped: string[] = [];
/** Fields that a write names and nothing describes. */
const unknown = new Set<number>();

function skip(file: string, why: string): void {
  skipped.push(`${file}: ${why}`);
}

/** What the entry says in one spelling, for comparing; an entry of ours always stands for an edit. */
function plainOf(entry: WriteEntry, field: Field): unknown {
  const edit = editOf(entry, field);
  if (typeof edit === 'string') throw new Error(`${field.label}: ${edit}`);
  return edit.plain;
}

function judge({ file, method, path, request }: Recording): void {
  const body = z.safeParse(bodySchema, request.body);
  if (!body.success) {
    skip(file, 'not written as a list of values, which is how the app writes');
    return;
  }
  const place = method === 'PUT' ? String(path) : file;
  const held = worlds.get(place) ?? new Map<number, unknown>();
  worlds.set(place, held);
  const mine = new Map<number, unknown>();
  const wanted = new Map<number, unknown>();
  const edited: Field[] = [];
  for (const entry of body.data.values) {
    const field = fields.get(entry.field_id);
    const edit = field ? editOf(entry, field) : 'a field that no answer tells of';
    if (!field) unknown.add(entry.field_id);
    if (!field || typeof edit === 'string') {
      skip(file, String(edit));
      continue;
    }
    edited.push(field);
    mine.set(field.field_id, edit.value);
    wanted.set(field.field_id, edit.plain);
  }
  const base = baseOf(held, edited);
  const sent = changedEntries(base, mine, edited);
  const unchanged = edited.filter(({ field_id }) => !sent.some((one) => one.field_id === field_id));
  for (const field of sent) {
    const own = edited.find(({ field_id }) => field_id === field.field_id);
    expect(own && plainOf(field, own), file).toEqual(wanted.get(field.field_id));
  }
  for (const field of unchanged) {
    const before = base.get(field.field_id);
    const stands = before?.contract.write?.(before.value, field);
    expect(stands && plainOf(stands, field), `${file} sends nothing`).toEqual(
      wanted.get(field.field_id),
    );
  }
  for (const [id, value] of mine) held.set(id, value);
}

test
  .skipIf(written.length === 0)
  .each(written.map((recording) => [recording.file, recording] as const))(
  'E13: the app writes the same as %s',
  (_, recording) => {
    judge(recording);
  },
);

test('E13: what the app does not write like a recording is named; a field that is told of was understood', () => {
  process.stdout.write(`\nOf ${written.length} recorded writes:\n${skipped.join('\n')}\n`);
  const told = [...unknown].filter((id) => bodies.some((body) => isToldOf(id, body)));
  expect(told).toEqual([]);
});

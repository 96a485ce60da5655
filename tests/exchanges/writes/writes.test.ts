import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { changedEntries } from '~/fields/changedEntries';
import type { WriteEntry } from '~/fields/contract';
import { type FieldReadings, readFields } from '~/fields/readField';
import * as ours from '../ours';
import {
  isRightlyRead,
  isXml,
  noneRead,
  type Recording,
  readRecordings,
  recordingsFolder,
} from '../recordings';
import { editOf } from './edits';
import { isToldOf, recordedFields } from './recordedFields';

const all = readRecordings(recordingsFolder);
const recordings = all.filter((recording) => !isXml(recording));

const bodySchema = z.looseObject({
  values: z.array(z.looseObject({ field_id: z.int() })),
});

/** In the order in which they were made: by the number that their names begin with. */
function inOrder(some: readonly Recording[]): Recording[] {
  return some.toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }));
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

function baseOf(held: ReadonlyMap<number, unknown>, edited: readonly Field[]): FieldReadings {
  return new Map(
    [...readFields(null, edited)].map(([id, reading]) => [
      id,
      held.has(id) ? { ...reading, value: held.get(id) } : reading,
    ]),
  );
}

/** What is left out of the comparison, by file. */
const skipped: { file: string; why: string }[] = [];
/** Fields that a write names and nothing describes. */
const unknown = new Set<number>();

interface Edited {
  field: Field;
  value: unknown;
  plain: unknown;
}

/** The edits that a recorded write stands for; what none stands for is skipped. */
function editsOf({ file, request }: Recording): Edited[] {
  const skip = (why: string) => skipped.push({ file, why });
  const body = z.safeParse(bodySchema, request.body);
  if (!body.success) {
    skip('not written as a list of values, which is how the app writes');
    return [];
  }
  return body.data.values.flatMap((entry) => {
    const field = fields.get(entry.field_id);
    const edit = field ? editOf(entry, field) : 'a field that no answer tells of';
    if (!field) unknown.add(entry.field_id);
    if (field && typeof edit !== 'string') return [{ field, ...edit }];
    skip(String(edit));
    return [];
  });
}

const read = written.map((recording) => ({ recording, edits: editsOf(recording) }));
const compared = read.filter(({ edits }) => edits.length > 0);
/** A title promises no more than was compared. */
const titleOf = (file: string) =>
  skipped.some((one) => one.file === file) ? `${file}, in part` : file;
const notCompared = read.filter(({ edits }) => edits.length === 0);

/** What the entry says in one spelling, for comparing; an entry of ours always stands for an edit. */
function plainOf(entry: WriteEntry, field: Field): unknown {
  const edit = editOf(entry, field);
  if (typeof edit === 'string') throw new Error(`${field.label}: ${edit}`);
  return edit.plain;
}

function judge({ file, method, path }: Recording, edits: readonly Edited[]): void {
  const place = method === 'PUT' ? String(path) : file;
  const held = worlds.get(place) ?? new Map<number, unknown>();
  worlds.set(place, held);
  const edited = edits.map(({ field }) => field);
  const mine = new Map(edits.map(({ field, value }) => [field.field_id, value]));
  const wanted = new Map(edits.map(({ field, plain }) => [field.field_id, plain]));
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
  .skipIf(compared.length === 0)
  .each(
    compared.map(({ recording, edits }) => [titleOf(recording.file), recording, edits] as const),
  )('E13: the app writes the same as %s', (_, recording, edits) => {
  judge(recording, edits);
});

test('E13: what the app does not write like a recording is named; a field that is told of was understood', () => {
  const files = skipped.map(({ file }) => file);
  const lines = [
    `Of ${written.length} recorded writes:`,
    ...skipped.map(({ file, why }) => `${file}: ${why}`),
    `Not compared at all: ${notCompared.map(({ recording }) => recording.file).join(', ') || 'none'}`,
    ours.pinned,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
  expect(isRightlyRead(all), noneRead).toBe(true);
  if (ours.areOurs) expect(files).toEqual(ours.notWritten);
  const told = [...unknown].filter((id) => bodies.some((body) => isToldOf(id, body)));
  expect(told).toEqual([]);
});

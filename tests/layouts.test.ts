import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type Field, type StructureNode, trackerSchema } from '~/api/trackers';
import { byState, type LayoutNode, layoutOf, unplacedFields } from '~/artifacts/layout/layout';
import * as ours from './exchanges/ours';
import {
  isRightlyRead,
  isXml,
  noneRead,
  readRecordings,
  recordingsFolder,
} from './exchanges/recordings';
import { aField } from './fixtures/fields';

const structured = z.looseObject({ structure: z.array(z.unknown()), fields: z.array(z.unknown()) });

const recordings = readRecordings(recordingsFolder);

/** Every full tracker in the recorded answers, alone or around an artifact. */
const trackers = recordings.flatMap(({ file, body, status }) => {
  if (status !== 200) return [];
  const around = z.safeParse(z.looseObject({ tracker: structured }), body);
  const whole = around.success ? around.data.tracker : body;
  const tracker = z.safeParse(trackerSchema, whole);
  return tracker.success && z.safeParse(structured, whole).success
    ? [{ file, tracker: tracker.data }]
    : [];
});

/** The layout as Tuleap's own page would list it, line by line, with the depth. */
function outline(nodes: readonly LayoutNode[], depth = 0): string[] {
  return nodes.flatMap(({ field, content }) => [
    `${'  '.repeat(depth)}${field.type} ${field.label}`,
    ...outline(content, depth + 1),
  ]);
}

/** Ids from top to bottom as the server's structure has them. */
function idsOf(nodes: readonly StructureNode[]): number[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.content ?? [])]);
}

const placed = (nodes: readonly LayoutNode[]): number[] =>
  nodes.flatMap(({ field, content }) => [field.field_id, ...placed(content)]);

const recordedFile = 'artifacts/06-get-artifact-tracker-structure-format-complete.json';
/** The recorded tracker of that file: its structure, and its fields in the server's order, which is another. */
const recordedStructure: StructureNode[] = [
  leaves(101, 102, 103),
  leaves(104, 105, 106, 107, 108),
  leaves(109, 110, 111, 112, 113),
  { id: 114, content: [leaves(115, 116, 117), leaves(118, 119)] },
  leaves(120, 121),
  leaves(122, 123),
  { id: 129, content: null },
];
const recordedFields = (
  [
    [102, 'aid', 'Artifact ID'],
    [105, 'lud', 'Last Modified On'],
    [121, 'file', 'Attachment'],
    [119, 'sb', 'Status'],
    [110, 'string', 'Summary'],
    [123, 'cross', 'Cross References'],
    [116, 'computed', 'Story points'],
    [115, 'column', 'c1'],
    [117, 'computed', 'Remaining Effort'],
    [118, 'column', 'c2'],
    [106, 'subon', 'Submitted On'],
    [103, 'subby', 'Submitted By'],
    [107, 'luby', 'Last Updated By'],
    [111, 'text', 'Description'],
    [112, 'text', 'Required Text'],
    [108, 'lud', 'Last Update Date'],
    [113, 'art_link', 'Content'],
    [101, 'column', 'Column Top 1'],
    [104, 'column', 'Column Top 2'],
    [109, 'fieldset', 'Summary'],
    [114, 'fieldset', 'Details'],
    [120, 'fieldset', 'Attachments'],
    [122, 'fieldset', 'References'],
    [129, 'sb', 'Assigned to'],
  ] as const
).map(([field_id, type, label]) => aField(type, { field_id, label }));

/** What is copied of each field. */
function said(fields: readonly Field[]) {
  return fields.map(({ field_id, type, label }) => [field_id, type, label]);
}

function leaves(id: number, ...content: number[]): StructureNode {
  return { id, content: content.map((inner) => ({ id: inner, content: null })) };
}

/** It written out: element types and labels, indented by depth. */
const golden = [
  'column Column Top 1',
  '  aid Artifact ID',
  '  subby Submitted By',
  'column Column Top 2',
  '  lud Last Modified On',
  '  subon Submitted On',
  '  luby Last Updated By',
  '  lud Last Update Date',
  'fieldset Summary',
  '  string Summary',
  '  text Description',
  '  text Required Text',
  '  art_link Content',
  'fieldset Details',
  '  column c1',
  '    computed Story points',
  '    computed Remaining Effort',
  '  column c2',
  '    sb Status',
  'fieldset Attachments',
  '  file Attachment',
  'fieldset References',
  '  cross Cross References',
  'sb Assigned to',
];

describe.each(trackers)('$file', ({ tracker }) => {
  test('V1: every readable field stands once, in the order of the server', () => {
    const { shown, hidden } = byState(layoutOf(tracker.structure, tracker.fields));
    const rest = unplacedFields(tracker.structure, tracker.fields).map(({ field_id }) => field_id);
    const all = [...placed(shown), ...placed(hidden), ...rest];
    expect(new Set(all).size).toBe(all.length);
    const isContainer = new Set(
      tracker.fields
        .filter(({ type }) => type === 'fieldset' || type === 'column')
        .map(({ field_id }) => field_id),
    );
    const leaves = (ids: readonly number[]) => ids.filter((id) => !isContainer.has(id));
    const readable = new Set(tracker.fields.map(({ field_id }) => field_id));
    const wanted = idsOf(tracker.structure).filter((id) => readable.has(id));
    expect(leaves(placed(shown))).toEqual(
      leaves(wanted).filter((id) => !placed(hidden).includes(id)),
    );
    expect([...leaves(all)].sort()).toEqual(leaves([...readable]).sort());
  });
});

test('V1: a recorded layout, written out', () => {
  const { shown, hidden } = byState(layoutOf(recordedStructure, recordedFields));
  expect(outline(shown)).toEqual(golden);
  expect([hidden, unplacedFields(recordedStructure, recordedFields)]).toEqual([[], []]);
  if (!ours.areOurs) return;
  const tracker = trackers.find(({ file }) => file === recordedFile)?.tracker;
  expect(tracker?.structure).toEqual(recordedStructure);
  expect(tracker && said(tracker.fields)).toEqual(said(recordedFields));
});

test('V1: every recorded answer about one tracker is among these layouts', () => {
  const answers = recordings.filter(
    (recording) =>
      recording.method === 'GET' &&
      recording.status === 200 &&
      /^trackers\/\d+$/.test(recording.path ?? '') &&
      !isXml(recording),
  );
  const files = trackers.map(({ file }) => file);
  process.stdout.write(`Layouts in ${recordingsFolder}: ${files.length}\n`);
  expect(isRightlyRead(recordings), noneRead).toBe(true);
  expect(answers.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type StructureNode, trackerSchema } from '~/api/trackers';
import { byState, type LayoutNode, layoutOf, unplacedFields } from '~/artifacts/layout/layout';
import { readRecordings, recordingsFolder } from './exchanges/recordings';

const structured = z.looseObject({ structure: z.array(z.unknown()), fields: z.array(z.unknown()) });

/** Every full tracker in the recorded answers, alone or around an artifact. */
const trackers = readRecordings(recordingsFolder).flatMap(({ file, body, status }) => {
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

/** One of them written out: element types and labels, indented by depth. */
const golden: Record<string, string[]> = {
  'artifacts/06-get-artifact-tracker-structure-format-complete.json': [
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
  ],
};

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

test('V1: the recorded layouts are here, or this says that they are not', () => {
  expect(trackers.length === 0).toBe(readRecordings(recordingsFolder).length === 0);
  for (const { file, tracker } of trackers) {
    const wanted = golden[file];
    if (!wanted) continue;
    expect(outline(byState(layoutOf(tracker.structure, tracker.fields)).shown)).toEqual(wanted);
  }
});

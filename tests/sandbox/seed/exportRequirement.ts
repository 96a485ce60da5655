import type { SandboxChangeset } from '../model';
import { seedFiles } from './attachments/files';
import { historyOf, markdown, type Step } from './history';
import type { SeedPlaces } from './places';
import { dayFrom, type RequirementWriter } from './requirements';

const day = 86_400;
const minute = 60;
/** Who tests and who is paid by the hour: static groups of the project. */
const [QA, CONTRACTORS] = ['132', '133'];

const firstText = `**What** An export holds the columns shown.

**Why** Auditors compare the file with the page.`;

const text = `**What** An export holds the columns shown, in the same order.
The file is ready within five seconds.

**Why** Auditors compare the file with the page, see art #12.`;

function creation(writer: RequirementWriter, places: SeedPlaces): Step {
  return {
    id: 9741,
    by: places.carl,
    at: places.now - 9 * day,
    comment: markdown('Created from art #12.'),
    values: [
      [writer.field('title'), 'Exports keep their columns'],
      [writer.field('description'), markdown(firstText)],
      [writer.field('links'), []],
      [writer.field('status'), writer.values('status', ['New'])],
      [writer.field('severity'), writer.values('severity', ['Major'])],
      [writer.field('priority'), writer.values('priority', ['Medium'])],
      [writer.field('assigned_to'), []],
      [writer.field('regions'), []],
      [writer.field('target_version'), []],
      [writer.field('due_date'), null],
      [writer.field('effort'), null],
      [writer.field('bp_id'), ''],
      [writer.field('labels'), []],
    ],
  };
}

/** The changes of the first days: title, region, date, text. */
function firstDays(writer: RequirementWriter, places: SeedPlaces): Step[] {
  const { anna, ben, carl, now } = places;
  return [
    {
      id: 9744,
      by: carl,
      at: now - 9 * day + 20 * minute,
      values: [
        [writer.field('regions'), writer.values('regions', ['APAC'])],
        [writer.field('due_date'), dayFrom(now, 6)],
      ],
    },
    {
      id: 9749,
      by: carl,
      at: now - 9 * day + 45 * minute,
      values: [[writer.field('title'), 'Export keeps its columns and their order']],
    },
    {
      id: 9756,
      by: ben,
      at: now - 8 * day,
      values: [[writer.field('bp_id'), 'BP-2207']],
      comment: markdown('Found it in Blueprint, the number is **BP-2207**.'),
    },
    {
      id: 9761,
      by: anna,
      at: now - 7 * day,
      values: [[writer.field('description'), markdown(text)]],
    },
    {
      id: 9772,
      by: carl,
      at: now - 6 * day,
      values: [[writer.field('severity'), writer.values('severity', ['Critical'])]],
      comment: markdown('Two auditors stopped on this, so it is critical for us.'),
    },
    {
      id: 9781,
      by: ben,
      at: now - 6 * day + 3_600,
      values: [[writer.field('effort'), 3]],
    },
  ];
}

/** The changes since the pictures were attached. */
function lastDays(writer: RequirementWriter, places: SeedPlaces): Step[] {
  const { anna, ben, carl, now } = places;
  const tested = [
    { id: 640, type: '_covered_by' },
    { id: 433, type: 'blocks' },
  ];
  return [
    {
      id: 9790,
      by: anna,
      at: now - 5 * day,
      values: [[writer.field('attachments'), seedFiles[431]]],
      comment: markdown('Second picture: the column order is lost after an export with a filter.'),
    },
    {
      id: 9803,
      by: anna,
      at: now - 4 * day,
      values: [
        [writer.field('status'), writer.values('status', ['Open'])],
        [writer.field('assigned_to'), [anna]],
      ],
    },
    {
      id: 9820,
      by: ben,
      at: now - 3 * day,
      values: [[writer.field('priority'), writer.values('priority', ['High'])]],
    },
    {
      id: 9846,
      by: anna,
      at: now - 2 * day,
      values: [[writer.field('links'), tested.slice(1)]],
      comment: markdown('The audit file waits for this one.'),
      readers: [QA, CONTRACTORS],
    },
    {
      id: 9871,
      by: carl,
      at: now - day,
      values: [
        [writer.field('links'), tested],
        [writer.field('effort'), 5],
      ],
      comment: markdown('Test case added, it runs on 10,000 rows.'),
    },
    {
      id: 9888,
      by: anna,
      at: now - day + 4_000,
      values: [],
      comment: markdown('@ben what does legal say about the five seconds?'),
    },
    {
      id: 9902,
      by: ben,
      at: now - 40 * minute,
      values: [],
      comment: markdown(
        'Legal reads ten seconds as enough for the audit file. I asked carl to confirm.',
      ),
    },
  ];
}

/** The 14 changesets of art #431, the artifact of the pictures and of journeys.md J3, before anybody edits it. */
export function exportRequirementHistory(
  writer: RequirementWriter,
  places: SeedPlaces,
): SandboxChangeset[] {
  return historyOf(
    [creation(writer, places), ...firstDays(writer, places), ...lastDays(writer, places)],
    9741,
  );
}

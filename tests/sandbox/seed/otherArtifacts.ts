import type { SandboxTracker } from '../model';
import { bugRemark, bugReport, bugSteps, bugTitle, taskTitle, testTitle } from './bugTexts';
import {
  firstChangesetId,
  historyOf,
  html,
  markdown,
  plainText,
  SeedArtifact,
  type Step,
  submittedAt,
} from './history';
import type { SeedLinks } from './links';
import type { SeedPlaces } from './places';
import { type Random, randomFor } from './random';
import { dayFrom } from './requirements';
import { fieldNamed, valueId } from './structure/fieldKit';

const day = 86_400;

/** What the writers of the smaller trackers need. */
export interface Scene {
  tracker: SandboxTracker;
  places: SeedPlaces;
  links: SeedLinks;
}

function toolsOf({ tracker }: Scene) {
  const field = (name: string): number => fieldNamed(tracker.fields, name).id;
  const values = (name: string, ...labels: readonly string[]): number[] =>
    labels.map((label) => valueId(tracker.fields, name, label));
  return { field, values };
}

/** Creation, sometimes a remark, and the values of today. */
function history(scene: Scene, id: number, values: Step['values'], random: Random): SeedArtifact {
  const { places, tracker } = scene;
  const people = [places.anna, places.ben, places.carl, places.dora];
  const start = submittedAt(places.now, id);
  const end = start + Math.floor((places.now - start - 3_600) * random.next());
  const steps: Step[] = [{ by: random.pick(people), at: start, values }];
  if (random.chance(0.6)) {
    const comment = random.chance(0.5)
      ? html(`<p>${bugRemark(random)}</p>`)
      : plainText(bugRemark(random));
    steps.push({ by: random.pick(people), at: end, values: [], comment });
  }
  return new SeedArtifact(id, tracker.id, () => historyOf(steps, firstChangesetId(id)));
}

const namedBugs: Readonly<Record<number, string>> = {
  700: 'Files of every kind must show, and none may run',
  701: 'Export stops after 60,000 lines, log and mail attached',
  702: 'A title with <b>markup</b>, "quotes", a backslash \\ and an emoji 🚆',
  703: `A very long summary: ${'the list of the night run loses its order '.repeat(6)}again`,
  704: 'Encrypted secret and every kind of list',
};

/** Bug `id`; values of every type, some of them hidden since. */
export function bugArtifact(
  scene: Scene,
  id: number,
  place: number,
  files: readonly number[],
): SeedArtifact {
  const { field, values } = toolsOf(scene);
  const { places } = scene;
  const random = randomFor(id);
  const component = random.pick(['Tables', 'Editor', 'Attachments', 'Sign-in']);
  const area = { Tables: 'Sorting', Editor: 'Drafts', Attachments: 'Upload', 'Sign-in': 'Tokens' }[
    component
  ];
  const found = random.int(1, 220);
  const minute = `${dayFrom(places.now, -found)}T${String(random.int(6, 17)).padStart(2, '0')}:${random.pick(['05', '20', '48'])}:00Z`;
  const status = random.pick([
    'New',
    'Confirmed',
    'In progress',
    'Fixed',
    'Closed',
    'Closed',
    'Works for me',
  ]);
  const people = [places.anna, places.ben, places.carl].filter(() => random.chance(0.4));
  return history(
    scene,
    id,
    [
      [field('summary'), namedBugs[id] ?? bugTitle(place)],
      [
        field('original_submission'),
        random.chance(0.6)
          ? html(bugReport(random))
          : markdown(bugReport(random).replace(/<[^>]*>/g, '')),
      ],
      [field('steps'), plainText(bugSteps(random))],
      [field('found_on'), dayFrom(places.now, -found)],
      [field('happened_at'), minute],
      ...(files.length > 0 ? [[field('attachments'), files] as const] : []),
      [field('status'), values('status', status)],
      [
        field('severity'),
        values(
          'severity',
          random.pick(['Cosmetic', 'Annoying', 'Annoying', 'Loses work', 'Loses data']),
        ),
      ],
      [field('component'), values('component', component)],
      [field('area'), area && random.chance(0.8) ? values('area', area) : []],
      [field('assigned_to'), people],
      [
        field('browsers'),
        values(
          'browsers',
          ...['Firefox', 'Chrome', 'Edge', 'Safari'].filter(() => random.chance(0.3)),
        ),
      ],
      [field('review_group'), random.chance(0.4) ? [places.qa] : []],
      [
        field('keywords'),
        random.chance(0.5)
          ? values('keywords', random.pick(['regression', 'customer', 'flaky']))
          : [],
      ],
      [field('cc'), random.chance(0.3) ? [places.ben] : []],
      [field('cost'), random.chance(0.5) ? random.int(1, 80) * 2.5 : null],
      [field('occurrences'), random.chance(0.7) ? random.int(1, 90) : null],
      [
        field('customer_secret'),
        random.chance(0.2) || id === 704 ? 'aG9wZWZ1bGx5IHVucmVhZGFibGU=' : '',
      ],
      [field('links'), scene.links.of(id)],
      [
        field('total_effort'),
        random.chance(0.4)
          ? { isAutocomputed: false, manual: random.int(1, 20) }
          : { isAutocomputed: true, manual: null },
      ],
    ],
    random,
  );
}

export function taskArtifact(scene: Scene, id: number, place: number): SeedArtifact {
  const { field, values } = toolsOf(scene);
  const { places } = scene;
  const random = randomFor(id);
  return history(
    scene,
    id,
    [
      [field('title'), taskTitle(place)],
      [field('details'), markdown(random.chance(0.5) ? 'See the parent for the **why**.' : '')],
      [field('links'), scene.links.of(id)],
      [
        field('status'),
        values('status', random.pick(['Todo', 'Doing', 'Waiting', 'Done', 'Done'])),
      ],
      [field('assignees'), [random.pick([places.anna, places.ben, places.carl])]],
      [field('informed'), random.chance(0.5) ? [places.developers, places.qa] : []],
      [field('start_date'), dayFrom(places.now, random.int(-60, 30))],
      [field('duration'), random.int(1, 10)],
      [
        field('remaining_effort'),
        { isAutocomputed: random.chance(0.5), manual: random.int(0, 12) },
      ],
      [field('hours_spent'), random.int(0, 60) / 4],
      [
        field('seat_map'),
        {
          rows: [
            [true, false, true],
            [false, false, true],
          ],
          door: 'north',
        },
      ],
    ],
    random,
  );
}

const steps = [
  {
    description: 'Open the list of *requirements*',
    expected: 'The first rows show within two seconds',
  },
  { description: 'Press Export', expected: 'A file is offered' },
  { description: 'Open the file', expected: 'Columns and order are those of the page' },
] as const;

/** Test `id`; #640 is the one of the pictures. */
export function testArtifact(scene: Scene, id: number, place: number): SeedArtifact {
  const { field, values } = toolsOf(scene);
  const random = randomFor(id);
  const status =
    id === 640 ? 'Passed' : random.pick(['Not run', 'Passed', 'Passed', 'Failed', 'Blocked']);
  return history(
    scene,
    id,
    [
      [field('title'), id === 640 ? 'Test: export of 10,000 rows' : testTitle(place)],
      [field('description'), markdown('Runs every night on the test bench.')],
      [field('status'), values('status', status)],
      [
        field('steps'),
        steps.map((step, index) => ({ ...step, id: id * 10 + index, rank: index + 1 })),
      ],
      [field('links'), scene.links.of(id)],
    ],
    random,
  );
}

/** Artifact of tracker 84: the title says what the sandbox answers to it. */
export function faultArtifact(scene: Scene, id: number, title: string): SeedArtifact {
  const { field, values } = toolsOf(scene);
  const at = scene.places.now - 5 * day;
  const step: Step = {
    by: scene.places.anna,
    at,
    values: [
      [field('title'), title],
      [field('description'), markdown('This artifact fails on purpose.')],
      [field('status'), values('status', 'Ready')],
    ],
  };
  return new SeedArtifact(id, scene.tracker.id, () => historyOf([step], 60_000 + id - 9_000));
}

/** Reading `place` of the 20,000. */
export function bigArtifact(scene: Scene, id: number, place: number): SeedArtifact {
  return new SeedArtifact(id, scene.tracker.id, () => {
    const { field, values } = toolsOf(scene);
    const random = randomFor(id);
    const at = scene.places.now - (20_001 - place) * 600;
    const status = random.pick(['Raw', 'Raw', 'Checked', 'Accepted']);
    const step: Step = {
      by: scene.places.ben,
      at,
      values: [
        [field('title'), `Reading ${place} of bench ${1 + (place % 12)}`],
        [field('description'), markdown(`Taken at **${20 + random.int(0, 9)} °C**.`)],
        [field('status'), values('status', status)],
        [field('run'), Math.ceil(place / 250)],
        [field('reading'), Math.round(random.next() * 100_000) / 1_000],
        [field('measured_on'), new Date(at * 1000).toISOString().slice(0, 10)],
      ],
    };
    return historyOf([step], 100_000 + place);
  });
}

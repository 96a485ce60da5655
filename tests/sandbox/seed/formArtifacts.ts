import type { SandboxTracker, World } from '../model';
import { historyOf, html, markdown, plainText, SeedArtifact, type Step } from './history';
import type { SeedPlaces } from './places';
import { dayFrom } from './requirements';
import { everyTypeTracker } from './structure/everyTypeTracker';
import { fieldNamed, valueId } from './structure/fieldKit';
import { wideTrackers } from './structure/wideTrackers';

/** The artifact with a value in every field of tracker 86. */
export const EVERY_TYPE = 8_600;
/** The artifacts of 200 and of 60 fields. */
export const WIDE = 8_700;
export const NARROW = 8_800;

type Values = Step['values'];

function everyValue(tracker: SandboxTracker, places: SeedPlaces): Values {
  const id = (name: string) => fieldNamed(tracker.fields, name).id;
  const value = (name: string, label: string) => valueId(tracker.fields, name, label);
  return [
    [id('title'), 'One value of every type'],
    [id('description'), markdown('# Markdown\n\n* **bold** and `code`\n* see art #12\n')],
    [
      id('html_text'),
      html('<p>Some <em>HTML</em> with a <a href="/plugins/tracker/?aid=12">link</a>.</p>'),
    ],
    [id('plain_text'), plainText('a < b & c\nart #12')],
    [id('integer'), 42],
    [id('float'), 3.14],
    [id('day'), dayFrom(places.now, 20)],
    [id('moment'), `${dayFrom(places.now, 20)}T16:30:00Z`],
    [id('computed'), { isAutocomputed: false, manual: 7.5 }],
    [id('secret'), 'aG9wZWZ1bGx5IHVucmVhZGFibGU='],
    [id('status'), [value('status', 'Beige (until 2024)')]],
    [id('part'), [value('part', 'Part 4711')]],
    [id('owner'), [places.anna]],
    [id('anybody'), [places.ben]],
    [id('group'), [places.qa]],
    [id('radio'), [value('radio', 'Yellow')]],
    [id('several'), [value('several', 'Red'), value('several', 'Green')]],
    [id('watchers'), [places.anna, places.carl]],
    [id('checkboxes'), [value('checkboxes', 'Red')]],
    [id('open_list'), [value('open_list', 'Linux')]],
    [id('open_people'), [places.ben]],
    [id('open_groups'), [places.developers]],
    [id('attachments'), []],
    [id('links'), [{ id: 12, type: 'relates_to' }]],
    [id('permissions'), []],
    [id('steps'), [{ id: 1, rank: 1, description: 'Open *it*', expected: 'It is **open**' }]],
    [id('seat_map'), { rows: [[true, false]], door: 'north' }],
  ];
}

function wideValues(tracker: SandboxTracker): Values {
  return tracker.fields.flatMap((field): Values => {
    const [first] = field.values ?? [];
    if (field.type === 'string') return [[field.id, `Value of ${field.label}`]];
    if (field.type === 'text') return [[field.id, markdown(`Note of **${field.label}**.`)]];
    if (field.type === 'int' || field.type === 'float') return [[field.id, field.id % 100]];
    return first ? [[field.id, [first.id]]] : [];
  });
}

/** Trackers 86–88 of project acme: forms of every type, of 200 and of 60 fields, an artifact in each. */
export function seedForms(world: World, places: SeedPlaces): void {
  const [wide, narrow] = wideTrackers(places);
  const every = everyTypeTracker(places);
  const plans = [
    { id: EVERY_TYPE, tracker: every, valuesOf: () => everyValue(every, places) },
    { id: WIDE, tracker: wide, valuesOf: (tracker: SandboxTracker) => wideValues(tracker) },
    { id: NARROW, tracker: narrow, valuesOf: (tracker: SandboxTracker) => wideValues(tracker) },
  ];
  for (const { id, tracker, valuesOf } of plans) {
    if (!tracker) continue;
    world.trackers.set(tracker.id, tracker);
    const artifact = new SeedArtifact(id, tracker.id, () => {
      const step = { by: places.carl, at: places.now - 86_400, values: valuesOf(tracker) };
      return historyOf([step], 61_000 + id);
    });
    world.artifacts.set(id, artifact);
  }
}

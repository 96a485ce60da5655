import type { SandboxTracker } from '../../model';
import type { SeedPlaces } from '../places';
import { type ElementPlan, fieldNamed, layOut, usualLinkTypes } from './fieldKit';

const number = { maxchars: 0, size: 5, default_value: null };

/** Ten fields as trackers of plants and test benches have them by the hundred. */
function block(index: number): ElementPlan {
  const name = (part: string) => `${part}_${index}`;
  const label = (part: string) => `${part} ${index}`;
  const line = { maxchars: 0, size: 40, default_value: '' };
  const choices: ElementPlan['options'] = [
    ['Low', 'chrome-silver'],
    ['Medium', 'graffiti-yellow'],
    ['High', 'fiesta-red'],
  ];
  return {
    type: 'fieldset',
    name: name('block'),
    label: label('Block'),
    children: [
      { type: 'string', name: name('name'), label: label('Name'), specific: line },
      { type: 'string', name: name('code'), label: label('Code'), specific: line },
      {
        type: 'text',
        name: name('note'),
        label: label('Note'),
        specific: { rows: 3, cols: 60, default_value: '' },
        defaultValue: { content: '', format: 'commonmark' },
      },
      { type: 'int', name: name('count'), label: label('Count'), specific: number },
      { type: 'float', name: name('weight'), label: label('Weight'), specific: number },
      { type: 'date', name: name('day'), label: label('Day') },
      { type: 'sb', name: name('level'), label: label('Level'), options: choices },
      { type: 'rb', name: name('state'), label: label('State'), options: choices },
      { type: 'msb', name: name('tags'), label: label('Tags'), options: choices },
      { type: 'cb', name: name('checks'), label: label('Checks'), options: choices },
    ],
  };
}

function wideTracker(
  places: SeedPlaces,
  facts: Pick<SandboxTracker, 'id' | 'label' | 'itemName' | 'description'> & { blocks: number },
): SandboxTracker {
  const { blocks, ...own } = facts;
  const plans = Array.from({ length: blocks }, (_, index) => block(index + 1));
  const fields = layOut({ trackerId: own.id, projectId: places.projectId }, plans);
  return {
    ...own,
    projectId: places.projectId,
    colorName: 'ocean-turquoise',
    fields,
    semantics: { title: fieldNamed(fields, 'name_1').id },
    workflow: null,
    dependencies: [],
    linkTypes: usualLinkTypes,
    adminGroupIds: [places.admins],
    parentTrackerId: null,
  };
}

/** Trackers 87 and 88: forms of 200 and of 60 fields, the same blocks. */
export function wideTrackers(places: SeedPlaces): SandboxTracker[] {
  const description = 'As many fields as a plant has valves.';
  return [
    wideTracker(places, { id: 87, label: 'Wide', itemName: 'wide', description, blocks: 20 }),
    wideTracker(places, { id: 88, label: 'Narrow', itemName: 'narrow', description, blocks: 6 }),
  ];
}

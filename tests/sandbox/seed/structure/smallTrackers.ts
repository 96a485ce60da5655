import type { SandboxTracker } from '../../model';
import type { SeedPlaces } from '../places';
import { type ElementPlan, fieldNamed, layOut, usualLinkTypes, valueId } from './fieldKit';

const titleAndText: readonly ElementPlan[] = [
  {
    type: 'string',
    name: 'title',
    label: 'Title',
    isRequired: true,
    specific: { maxchars: 0, size: 80, default_value: '' },
  },
  {
    type: 'text',
    name: 'description',
    label: 'Description',
    specific: { rows: 6, cols: 80, default_value: '' },
    defaultValue: { content: '', format: 'commonmark' },
  },
];

/** What the plainest trackers share: title and description semantics, a status, no workflow. */
function plainTracker(
  facts: Pick<SandboxTracker, 'id' | 'label' | 'itemName' | 'description' | 'colorName'>,
  places: SeedPlaces,
  plans: readonly ElementPlan[],
): SandboxTracker {
  const fields = layOut({ trackerId: facts.id, projectId: places.projectId }, plans);
  const status = fieldNamed(fields, 'status');
  const [first, second] = status.values ?? [];
  if (first) status.defaultValue = [first.id];
  return {
    ...facts,
    projectId: places.projectId,
    fields,
    semantics: {
      title: fieldNamed(fields, 'title').id,
      description: fieldNamed(fields, 'description').id,
      status: {
        fieldId: status.id,
        openValueIds: [first, second].flatMap((value) =>
          typeof value?.id === 'number' ? [value.id] : [],
        ),
      },
    },
    workflow: null,
    dependencies: [],
    linkTypes: usualLinkTypes,
    adminGroupIds: [places.admins],
    parentTrackerId: null,
  };
}

/** Tracker 84: one artifact for each failure that the sandbox can be asked for. */
export function faultsTracker(places: SeedPlaces): SandboxTracker {
  return plainTracker(
    {
      id: 84,
      label: 'Faults',
      itemName: 'fault',
      description: 'Open one of these to see how a failing server looks from here.',
      colorName: 'chrome-silver',
    },
    places,
    [
      ...titleAndText,
      {
        type: 'sb',
        name: 'status',
        label: 'Status',
        options: [
          ['Ready', 'lake-placid-blue'],
          ['Tried', 'sherwood-green'],
        ],
      },
      { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
      { type: 'lud', name: 'last_update_date', label: 'Last update date' },
    ],
  );
}

/** Tracker 85: test cases with their steps; requirements are covered by them. */
export function testsTracker(places: SeedPlaces): SandboxTracker {
  const tracker = plainTracker(
    {
      id: 85,
      label: 'Tests',
      itemName: 'test',
      description: 'How we know that a requirement holds.',
      colorName: 'ultra-violet',
    },
    places,
    [
      ...titleAndText,
      {
        type: 'sb',
        name: 'status',
        label: 'Status',
        options: [
          ['Not run', 'chrome-silver'],
          ['Blocked', 'graffiti-yellow'],
          ['Passed', 'sherwood-green'],
          ['Failed', 'fiesta-red'],
        ],
      },
      { type: 'ttmstepdef', name: 'steps', label: 'Steps' },
      { type: 'ttmstepexec', name: 'steps_result', label: 'Results of the steps' },
      { type: 'art_link', name: 'links', label: 'Links', specific: { can_edit_reverse_links: 1 } },
      { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
      { type: 'subby', name: 'submitted_by', label: 'Submitted by' },
      { type: 'lud', name: 'last_update_date', label: 'Last update date' },
    ],
  );
  tracker.semantics.status = {
    fieldId: fieldNamed(tracker.fields, 'status').id,
    openValueIds: ['Not run', 'Blocked', 'Failed'].map((label) =>
      valueId(tracker.fields, 'status', label),
    ),
  };
  return tracker;
}

/** Tracker 90 of the worlds named `big…`: plain columns, 20,000 artifacts. */
export function bigTracker(places: SeedPlaces): SandboxTracker {
  return plainTracker(
    {
      id: 90,
      label: 'Measurements',
      itemName: 'meas',
      description: 'Twenty thousand readings of the test bench.',
      colorName: 'inca-silver',
    },
    places,
    [
      ...titleAndText,
      {
        type: 'sb',
        name: 'status',
        label: 'Status',
        options: [
          ['Raw', 'chrome-silver'],
          ['Checked', 'lake-placid-blue'],
          ['Accepted', 'sherwood-green'],
        ],
      },
      {
        type: 'int',
        name: 'run',
        label: 'Run',
        specific: { maxchars: 0, size: 5, default_value: null },
      },
      {
        type: 'float',
        name: 'reading',
        label: 'Reading',
        specific: { maxchars: 0, size: 5, default_value: null },
      },
      { type: 'date', name: 'measured_on', label: 'Measured on' },
      { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
      { type: 'subby', name: 'submitted_by', label: 'Submitted by' },
      { type: 'lud', name: 'last_update_date', label: 'Last update date' },
    ],
  );
}

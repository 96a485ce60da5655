import type { SandboxTracker } from '../../model';
import type { SeedPlaces } from '../places';
import { type ElementPlan, fieldNamed, layOut, usualLinkTypes, valueId } from './fieldKit';

const task: ElementPlan = {
  type: 'fieldset',
  name: 'task',
  label: 'Task',
  children: [
    {
      type: 'string',
      name: 'title',
      label: 'Title',
      isRequired: true,
      specific: { maxchars: 0, size: 80, default_value: '' },
    },
    {
      type: 'text',
      name: 'details',
      label: 'Details',
      specific: { rows: 6, cols: 80, default_value: '' },
      defaultValue: { content: '', format: 'commonmark' },
    },
    { type: 'art_link', name: 'links', label: 'Links', specific: { can_edit_reverse_links: 1 } },
  ],
};

const work: ElementPlan = {
  type: 'fieldset',
  name: 'work',
  label: 'Work',
  children: [
    {
      type: 'column',
      name: 'work_left',
      label: 'c1',
      children: [
        {
          type: 'sb',
          name: 'status',
          label: 'Status',
          options: [
            ['Todo', 'chrome-silver'],
            ['Doing', 'lake-placid-blue'],
            ['Waiting', 'graffiti-yellow'],
            ['Done', 'sherwood-green'],
          ],
        },
        {
          type: 'cb',
          name: 'assignees',
          label: 'Assignees',
          bind: { type: 'users', groups: ['3'] },
        },
        { type: 'msb', name: 'informed', label: 'Informed', bind: { type: 'ugroups', groups: [] } },
      ],
    },
    {
      type: 'column',
      name: 'work_right',
      label: 'c2',
      children: [
        { type: 'date', name: 'start_date', label: 'Start date' },
        {
          type: 'int',
          name: 'duration',
          label: 'Duration',
          specific: { maxchars: 0, size: 5, default_value: null },
        },
        {
          type: 'computed',
          name: 'remaining_effort',
          label: 'Remaining effort',
          specific: { target_field_name: 'remaining_effort', default_value: null },
        },
        {
          type: 'float',
          name: 'hours_spent',
          label: 'Hours spent',
          specific: { maxchars: 0, size: 5, default_value: null },
        },
      ],
    },
  ],
};

const charts: ElementPlan = {
  type: 'fieldset',
  name: 'charts',
  label: 'Charts and facts',
  children: [
    { type: 'burndown', name: 'burndown', label: 'Burndown' },
    { type: 'burnup', name: 'burnup', label: 'Burnup' },
    // A type that no client knows: a plugin of this server only.
    { type: 'acme_seat_map', name: 'seat_map', label: 'Seat map' },
    { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
    { type: 'priority', name: 'rank', label: 'Rank' },
    { type: 'subby', name: 'submitted_by', label: 'Submitted by' },
    { type: 'subon', name: 'submitted_on', label: 'Submitted on' },
    { type: 'lud', name: 'last_update_date', label: 'Last update date' },
  ],
};

/** Tracker 83 of journeys.md: children of requirements, with charts and a field of an unknown plugin. */
export function tasksTracker(places: SeedPlaces): SandboxTracker {
  const fields = layOut({ trackerId: 83, projectId: places.projectId }, [task, work, charts]);
  const id = (name: string): number => fieldNamed(fields, name).id;
  const status = (label: string): number => valueId(fields, 'status', label);
  fieldNamed(fields, 'status').defaultValue = [status('Todo')];
  const informed = fieldNamed(fields, 'informed');
  informed.values = [places.members, places.developers, places.qa].map((group, index) => ({
    id: informed.id * 100 + index + 1,
    label: group,
    isHidden: false,
    color: '',
  }));
  return {
    id: 83,
    projectId: places.projectId,
    label: 'Tasks',
    itemName: 'task',
    description: 'Work of a day or two.',
    colorName: 'lake-placid-blue',
    fields,
    semantics: {
      title: id('title'),
      description: id('details'),
      contributor: id('assignees'),
      status: {
        fieldId: id('status'),
        openValueIds: [status('Todo'), status('Doing'), status('Waiting')],
      },
    },
    workflow: null,
    dependencies: [],
    linkTypes: usualLinkTypes,
    adminGroupIds: [places.admins],
    parentTrackerId: 81,
  };
}

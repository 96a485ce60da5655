import type { SandboxField, SandboxTracker } from '../../model';
import type { SeedPlaces } from '../places';
import { type ElementPlan, fieldNamed, layOut, usualLinkTypes } from './fieldKit';

const colours: NonNullable<ElementPlan['options']> = [
  ['Red', 'fiesta-red'],
  ['Yellow', 'graffiti-yellow'],
  ['Green', 'neon-green'],
  ['Beige (until 2024)', 'teddy-brown', 'hidden'],
];

const people = { type: 'users' as const, groups: ['3'] };
/** Everybody on the server: such lists come without their values (trackers.md §2.2). */
const everybody = { type: 'users' as const, groups: ['2'] };
const groups = { type: 'ugroups' as const, groups: [] };
const number = { maxchars: 0, size: 5, default_value: null };

const texts: ElementPlan = {
  type: 'fieldset',
  name: 'texts',
  label: 'Texts, numbers and dates',
  children: [
    {
      type: 'string',
      name: 'title',
      label: 'Title',
      isRequired: true,
      specific: { maxchars: 120, size: 80, default_value: '' },
    },
    {
      type: 'text',
      name: 'description',
      label: 'Markdown text',
      specific: { rows: 6, cols: 80, default_value: '' },
      defaultValue: { content: '', format: 'commonmark' },
    },
    {
      type: 'text',
      name: 'html_text',
      label: 'HTML text',
      specific: { rows: 6, cols: 80, default_value: '' },
      defaultValue: { content: '', format: 'html' },
    },
    {
      type: 'text',
      name: 'plain_text',
      label: 'Plain text',
      specific: { rows: 6, cols: 80, default_value: '' },
      defaultValue: { content: '', format: 'text' },
    },
    { type: 'int', name: 'integer', label: 'Integer', specific: number },
    { type: 'float', name: 'float', label: 'Float', specific: number },
    { type: 'date', name: 'day', label: 'Day' },
    { type: 'date', name: 'moment', label: 'Day and time', isTimeDisplayed: true },
    {
      type: 'computed',
      name: 'computed',
      label: 'Computed',
      specific: { target_field_name: 'computed', default_value: null },
    },
    { type: 'Encrypted', name: 'secret', label: 'Encrypted' },
  ],
};

function lists(count: number): ElementPlan {
  const many = Array.from({ length: count }, (_, index) => [`Part ${index + 1}`] as const);
  return {
    type: 'fieldset',
    name: 'lists',
    label: 'Lists',
    children: [
      {
        type: 'column',
        name: 'lists_left',
        label: 'c1',
        children: [
          { type: 'sb', name: 'status', label: 'Select box', options: colours },
          {
            type: 'sb',
            name: 'part',
            label: `${count.toLocaleString('en')} options`,
            options: many,
          },
          { type: 'sb', name: 'owner', label: 'Person', bind: people },
          { type: 'sb', name: 'anybody', label: 'Anybody on the server', bind: everybody },
          { type: 'sb', name: 'group', label: 'Group', bind: groups },
          { type: 'rb', name: 'radio', label: 'Radio buttons', options: colours },
        ],
      },
      {
        type: 'column',
        name: 'lists_right',
        label: 'c2',
        children: [
          { type: 'msb', name: 'several', label: 'Multi-select box', options: colours },
          { type: 'msb', name: 'watchers', label: 'Several of the server', bind: everybody },
          { type: 'cb', name: 'checkboxes', label: 'Checkboxes', options: colours },
          {
            type: 'tbl',
            name: 'open_list',
            label: 'Open list',
            options: [['Windows 11'], ['Linux'], ['macOS']],
            specific: { hint: 'Type to find or to add' },
          },
          {
            type: 'tbl',
            name: 'open_people',
            label: 'Open list of people',
            bind: people,
            specific: { hint: 'Names or addresses' },
          },
          {
            type: 'tbl',
            name: 'open_groups',
            label: 'Open list of groups',
            bind: groups,
            specific: { hint: 'Groups of the project' },
          },
        ],
      },
    ],
  };
}

const rest: ElementPlan = {
  type: 'fieldset',
  name: 'rest',
  label: 'Files, links, rights and what the server fills in',
  children: [
    { type: 'file', name: 'attachments', label: 'Attachments' },
    { type: 'art_link', name: 'links', label: 'Links', specific: { can_edit_reverse_links: 1 } },
    { type: 'perm', name: 'permissions', label: 'Who may see it' },
    { type: 'ttmstepdef', name: 'steps', label: 'Steps' },
    { type: 'ttmstepexec', name: 'steps_result', label: 'Results of the steps' },
    { type: 'burndown', name: 'burndown', label: 'Burndown' },
    { type: 'burnup', name: 'burnup', label: 'Burnup' },
    { type: 'cross', name: 'references', label: 'References' },
    { type: 'acme_seat_map', name: 'seat_map', label: 'Seat map' },
    { type: 'priority', name: 'rank', label: 'Rank' },
    { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
    { type: 'atid', name: 'number', label: 'Number in the tracker' },
    { type: 'subby', name: 'submitted_by', label: 'Submitted by' },
    { type: 'subon', name: 'submitted_on', label: 'Submitted on' },
    { type: 'luby', name: 'last_update_by', label: 'Last updated by' },
    { type: 'lud', name: 'last_update_date', label: 'Last update date' },
  ],
};

function offerGroups(field: SandboxField, places: SeedPlaces): void {
  field.values = [places.members, places.developers, places.qa].map((group, index) => ({
    id: field.id * 100 + index + 1,
    label: group,
    isHidden: false,
    color: '',
  }));
}

/** Tracker 86: a field of every type (trackers.md §2.1), lists bound to all that they may be bound to. */
export function everyTypeTracker(places: SeedPlaces): SandboxTracker {
  const plans = [texts, lists(5_000), rest];
  const fields = layOut({ trackerId: 86, projectId: places.projectId }, plans);
  for (const name of ['group', 'open_groups']) offerGroups(fieldNamed(fields, name), places);
  return {
    id: 86,
    projectId: places.projectId,
    label: 'Every type',
    itemName: 'type',
    description: 'One field of every type there is.',
    colorName: 'surf-green',
    fields,
    semantics: {
      title: fieldNamed(fields, 'title').id,
      description: fieldNamed(fields, 'description').id,
    },
    workflow: null,
    dependencies: [],
    linkTypes: usualLinkTypes,
    adminGroupIds: [places.admins],
    parentTrackerId: null,
  };
}

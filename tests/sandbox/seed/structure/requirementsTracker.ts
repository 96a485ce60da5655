import type { SandboxTracker } from '../../model';
import type { SeedPlaces } from '../places';
import { type ElementPlan, fieldNamed, layOut, usualLinkTypes, valueId } from './fieldKit';

const title: ElementPlan = {
  type: 'string',
  name: 'title',
  label: 'Title',
  isRequired: true,
  specific: { maxchars: 150, size: 80, default_value: '' },
};

function requirement(places: SeedPlaces): ElementPlan {
  return {
    type: 'fieldset',
    name: 'requirement',
    label: 'Requirement',
    children: [
      title,
      {
        type: 'text',
        name: 'description',
        label: 'Description',
        description: 'What is wanted and why, in words that legal can read.',
        specific: { rows: 10, cols: 100, default_value: '' },
        defaultValue: { content: '', format: 'commonmark' },
      },
      { type: 'art_link', name: 'links', label: 'Links', specific: { can_edit_reverse_links: 1 } },
      { type: 'file', name: 'attachments', label: 'Attachments' },
      {
        type: 'text',
        name: 'audit_note',
        label: 'Audit note',
        description: 'Developers and project administrators only.',
        specific: { rows: 4, cols: 100, default_value: '' },
        permissions: {
          read: [places.admins, places.developers],
          create: [places.admins, places.developers],
          update: [places.admins, places.developers],
        },
      },
    ],
  };
}

function planning(places: SeedPlaces): ElementPlan {
  const leads = { read: ['1'], create: ['2'], update: [places.admins, places.developers] };
  return {
    type: 'fieldset',
    name: 'planning',
    label: 'Planning',
    children: [
      {
        type: 'column',
        name: 'planning_left',
        label: 'c1',
        children: [
          {
            type: 'sb',
            name: 'status',
            label: 'Status',
            isRequired: true,
            options: [
              ['New', 'chrome-silver'],
              ['Open', 'lake-placid-blue'],
              ['In review', 'graffiti-yellow'],
              ['Done', 'sherwood-green'],
              ['Rejected', 'red-wine'],
            ],
          },
          {
            type: 'sb',
            name: 'severity',
            label: 'Severity',
            options: [
              ['Minor', 'chrome-silver'],
              ['Major', 'clockwork-orange'],
              ['Critical', 'fiesta-red'],
              ['Blocker (until 2024)', 'plum-crazy', 'hidden'],
            ],
          },
          {
            type: 'sb',
            name: 'priority',
            label: 'Priority',
            options: [
              ['Low', 'chrome-silver'],
              ['Medium', 'graffiti-yellow'],
              ['High', 'clockwork-orange'],
              ['Critical', 'fiesta-red'],
            ],
          },
          {
            type: 'sb',
            name: 'assigned_to',
            label: 'Assigned to',
            bind: { type: 'users', groups: ['3'] },
          },
          {
            type: 'msb',
            name: 'regions',
            label: 'Regions',
            options: [
              ['EU'],
              ['US'],
              ['APAC'],
              ['LATAM'],
              ['Africa'],
              ['EMEA (old)', '', 'hidden'],
            ],
            specific: { size: 7 },
          },
        ],
      },
      {
        type: 'column',
        name: 'planning_right',
        label: 'c2',
        children: [
          {
            type: 'sb',
            name: 'target_version',
            label: 'Target version',
            permissions: leads,
            options: [['4.1'], ['4.2'], ['4.3'], ['5.0'], ['3.9', '', 'hidden']],
          },
          { type: 'date', name: 'due_date', label: 'Due date' },
          {
            type: 'int',
            name: 'effort',
            label: 'Effort',
            description: 'In days.',
            permissions: leads,
            specific: { maxchars: 0, size: 5, default_value: null },
          },
          {
            type: 'string',
            name: 'bp_id',
            label: 'BP-ID',
            description: 'The identifier of the same requirement in Blueprint.',
            specific: { maxchars: 20, size: 20, default_value: '' },
          },
          {
            type: 'tbl',
            name: 'labels',
            label: 'Labels',
            options: [['legal'], ['audit'], ['rel'], ['old'], ['quick win']],
            specific: { hint: 'Type in a search term' },
          },
        ],
      },
    ],
  };
}

function facts(places: SeedPlaces): ElementPlan {
  return {
    type: 'fieldset',
    name: 'access_and_history',
    label: 'Access and history',
    isCollapsed: true,
    children: [
      {
        type: 'perm',
        name: 'permissions',
        label: 'Permissions on artifact',
        permissions: { read: ['1'], create: [places.admins], update: [places.admins] },
      },
      { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
      { type: 'subby', name: 'submitted_by', label: 'Submitted by' },
      { type: 'subon', name: 'submitted_on', label: 'Submitted on' },
      { type: 'luby', name: 'last_update_by', label: 'Last updated by' },
      { type: 'lud', name: 'last_update_date', label: 'Last update date' },
    ],
  };
}

const moves: readonly (readonly [string | null, string])[] = [
  [null, 'New'],
  [null, 'Open'],
  ['New', 'Open'],
  ['New', 'Rejected'],
  ['Open', 'In review'],
  ['Open', 'Rejected'],
  ['In review', 'Open'],
  ['In review', 'Done'],
  ['Rejected', 'New'],
  ['Done', 'Open'],
];

/** Tracker 81 of journeys.md: status by workflow, severity, priority, people, regions, version, BP-ID. */
export function requirementsTracker(places: SeedPlaces): SandboxTracker {
  const fields = layOut({ trackerId: 81, projectId: places.projectId }, [
    requirement(places),
    planning(places),
    facts(places),
  ]);
  const id = (name: string): number => fieldNamed(fields, name).id;
  const status = (label: string): number => valueId(fields, 'status', label);
  fieldNamed(fields, 'status').defaultValue = [status('New')];
  return {
    id: 81,
    projectId: places.projectId,
    label: 'Requirements',
    itemName: 'req',
    description: 'What the product has to do, and for whom.',
    colorName: 'sherwood-green',
    fields,
    semantics: {
      title: id('title'),
      description: id('description'),
      contributor: id('assigned_to'),
      status: {
        fieldId: id('status'),
        openValueIds: [status('New'), status('Open'), status('In review')],
      },
    },
    workflow: {
      fieldId: id('status'),
      isUsed: true,
      // What was turned down stays as it was asked for, and nobody has to see who may read it.
      states: [
        {
          valueId: status('Rejected'),
          frozenFieldIds: [id('title'), id('description')],
          hiddenFieldsetIds: [id('access_and_history')],
        },
      ],
      transitions: moves.map(([from, to], index) => ({
        id: 811 + index,
        fromId: from === null ? null : status(from),
        toId: status(to),
        notEmptyFieldIds: to === 'In review' ? [id('description'), id('target_version')] : [],
        isCommentRequired: to === 'In review',
      })),
    },
    dependencies: [],
    linkTypes: usualLinkTypes,
    adminGroupIds: [places.admins],
    parentTrackerId: null,
  };
}

import type { SandboxTracker } from '../../model';
import type { SeedPlaces } from '../places';
import { type ElementPlan, fieldNamed, layOut, usualLinkTypes, valueId } from './fieldKit';

const report: ElementPlan = {
  type: 'fieldset',
  name: 'report',
  label: 'What happened',
  children: [
    {
      type: 'staticrichtext',
      name: 'hint',
      label: 'Before you report',
      specific: {
        static_value:
          '<p>Please say <strong>what you did</strong>, what you expected and what you saw. One bug per report.</p>\r\n',
      },
    },
    {
      type: 'string',
      name: 'summary',
      label: 'Summary',
      isRequired: true,
      specific: { maxchars: 0, size: 80, default_value: '' },
    },
    {
      type: 'text',
      name: 'original_submission',
      label: 'Original submission',
      specific: { rows: 8, cols: 80, default_value: '' },
      defaultValue: { content: '', format: 'commonmark' },
    },
    {
      type: 'text',
      name: 'steps',
      label: 'Steps to reproduce',
      specific: { rows: 6, cols: 80, default_value: '' },
      defaultValue: { content: '', format: 'text' },
    },
    { type: 'linebreak', name: 'break_1', label: 'Line break' },
    { type: 'date', name: 'found_on', label: 'Found on' },
    {
      type: 'date',
      name: 'happened_at',
      label: 'Happened at',
      isTimeDisplayed: true,
      defaultValue: 'today',
    },
    { type: 'separator', name: 'line_1', label: 'Separator' },
    { type: 'file', name: 'attachments', label: 'Attachments' },
  ],
};

const triage: ElementPlan = {
  type: 'fieldset',
  name: 'triage',
  label: 'Triage',
  children: [
    {
      type: 'column',
      name: 'triage_left',
      label: 'c1',
      children: [
        {
          type: 'sb',
          name: 'status',
          label: 'Status',
          options: [
            ['New', 'chrome-silver'],
            ['Confirmed', 'lake-placid-blue'],
            ['In progress', 'graffiti-yellow'],
            ['Fixed', 'neon-green'],
            ['Closed', 'army-green'],
            ['Works for me', 'teddy-brown', 'hidden'],
          ],
        },
        {
          type: 'rb',
          name: 'severity',
          label: 'Severity',
          options: [
            ['Cosmetic', 'chrome-silver'],
            ['Annoying', 'graffiti-yellow'],
            ['Loses work', 'clockwork-orange'],
            ['Loses data', 'fiesta-red'],
          ],
        },
        {
          type: 'sb',
          name: 'component',
          label: 'Component',
          options: [['Tables'], ['Editor'], ['Attachments'], ['Sign-in']],
        },
        {
          type: 'sb',
          name: 'area',
          label: 'Area',
          options: [
            ['Columns'],
            ['Sorting'],
            ['Markdown'],
            ['Drafts'],
            ['Upload'],
            ['Preview'],
            ['Tokens'],
          ],
        },
        {
          type: 'msb',
          name: 'assigned_to',
          label: 'Assigned to',
          bind: { type: 'users', groups: ['3'] },
          specific: { size: 7 },
        },
      ],
    },
    {
      type: 'column',
      name: 'triage_right',
      label: 'c2',
      children: [
        {
          type: 'cb',
          name: 'browsers',
          label: 'Browsers',
          options: [['Firefox'], ['Chrome'], ['Edge'], ['Safari']],
        },
        {
          type: 'rb',
          name: 'review_group',
          label: 'Review by',
          bind: { type: 'ugroups', groups: [] },
        },
        {
          type: 'tbl',
          name: 'keywords',
          label: 'Keywords',
          options: [['regression'], ['customer'], ['flaky']],
          specific: { hint: 'Type in a search term' },
        },
        {
          type: 'tbl',
          name: 'cc',
          label: 'CC',
          bind: { type: 'users', groups: ['3'] },
          specific: { hint: 'Project members' },
        },
        {
          type: 'float',
          name: 'cost',
          label: 'Cost of a day without a fix',
          specific: { maxchars: 0, size: 5, default_value: null },
        },
        {
          type: 'int',
          name: 'occurrences',
          label: 'Occurrences',
          specific: { maxchars: 0, size: 5, default_value: null },
        },
        {
          type: 'Encrypted',
          name: 'customer_secret',
          label: 'Customer secret',
          description: 'Stored with the key of the tracker.',
        },
      ],
    },
  ],
};

const facts = (places: SeedPlaces): ElementPlan => ({
  type: 'fieldset',
  name: 'references',
  label: 'References',
  children: [
    {
      type: 'art_link',
      name: 'links',
      label: 'Links',
      specific: { can_edit_reverse_links: 1 },
      // What a bug is fixed in is for those who fix it: carl reports and links nothing afterwards.
      permissions: {
        read: ['1'],
        create: ['2'],
        update: [places.admins, places.developers],
      },
    },
    { type: 'cross', name: 'references_list', label: 'References' },
    {
      type: 'computed',
      name: 'total_effort',
      label: 'Total effort',
      specific: { target_field_name: 'total_effort', default_value: null },
    },
    { type: 'priority', name: 'rank', label: 'Rank' },
    { type: 'aid', name: 'artifact_id', label: 'Artifact ID' },
    { type: 'atid', name: 'bug_number', label: 'Bug number' },
    { type: 'subby', name: 'submitted_by', label: 'Submitted by' },
    { type: 'subon', name: 'submitted_on', label: 'Submitted on' },
    { type: 'luby', name: 'last_update_by', label: 'Last updated by' },
    { type: 'lud', name: 'last_update_date', label: 'Last update date' },
  ],
});

/** Which areas belong to which component (field dependencies, trackers.md §4 `rules.lists`). */
const areas: readonly (readonly [string, string])[] = [
  ['Tables', 'Columns'],
  ['Tables', 'Sorting'],
  ['Editor', 'Markdown'],
  ['Editor', 'Drafts'],
  ['Attachments', 'Upload'],
  ['Attachments', 'Preview'],
  ['Sign-in', 'Tokens'],
];

/** Tracker 82 of journeys.md: radio, checkbox, open lists, groups, encrypted text, ranks and dependencies. */
export function bugsTracker(places: SeedPlaces): SandboxTracker {
  const fields = layOut({ trackerId: 82, projectId: places.projectId }, [
    report,
    triage,
    facts(places),
  ]);
  const id = (name: string): number => fieldNamed(fields, name).id;
  const status = (label: string): number => valueId(fields, 'status', label);
  fieldNamed(fields, 'status').defaultValue = [status('New')];
  const reviewGroup = fieldNamed(fields, 'review_group');
  reviewGroup.values = [places.members, places.admins, places.qa].map((group, index) => ({
    id: reviewGroup.id * 100 + index + 1,
    label: group,
    isHidden: false,
    color: '',
  }));
  return {
    id: 82,
    projectId: places.projectId,
    label: 'Bugs',
    itemName: 'bug',
    description: 'What does not work as it should.',
    colorName: 'fiesta-red',
    fields,
    semantics: {
      title: id('summary'),
      description: id('original_submission'),
      contributor: id('assigned_to'),
      status: {
        fieldId: id('status'),
        openValueIds: [status('New'), status('Confirmed'), status('In progress')],
      },
    },
    workflow: null,
    dependencies: areas.map(([component, area]) => ({
      sourceFieldId: id('component'),
      sourceValueId: valueId(fields, 'component', component),
      targetFieldId: id('area'),
      targetValueId: valueId(fields, 'area', area),
    })),
    linkTypes: usualLinkTypes,
    adminGroupIds: [places.admins],
    parentTrackerId: null,
  };
}

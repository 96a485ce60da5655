import { atom, startOfDay } from '../../clock';
import type {
  ForwardLink,
  SandboxArtifact,
  SandboxChangeset,
  SandboxField,
  SandboxTracker,
  TextContent,
} from '../../model';
import { canSeeArtifact, hasRight, type Viewer } from '../access';
import { firstChangeset, lastChangeset, numberInTracker } from '../artifacts';
import { isList } from '../fields';
import { reverseLinks } from '../linkIndex';
import { anonymousUser, fullUser, minimalGroup, trackerReference, userById } from '../references';
import { shownText } from '../text/texts';
import { crossReferences } from './crossReferences';
import { bindOf } from './fieldRepresentation';
import { fileRepresentation } from './fileRepresentation';

/** Where a value is read: one field of one changeset. */
export interface ValuePlace {
  viewer: Viewer;
  tracker: SandboxTracker;
  artifact: SandboxArtifact;
  changeset: SandboxChangeset;
  field: SandboxField;
}

type Shape = Record<string, unknown>;

function listShape(place: ValuePlace, ids: readonly (number | string)[]): Shape {
  const { viewer, tracker, field } = place;
  const bind = bindOf(field);
  if (bind === 'users') {
    const users = ids.flatMap((id) => userById(viewer, Number(id)) ?? []);
    return users.length === 0
      ? { values: [anonymousUser(viewer)], bind_value_ids: [100] }
      : {
          values: users.map((user) => fullUser(viewer, user)),
          bind_value_ids: users.map((user) => user.id),
        };
  }
  if (bind === 'ugroups') {
    const groups = ids.flatMap((id) => minimalGroup(viewer, tracker.projectId, String(id)) ?? []);
    return { values: groups, bind_value_ids: groups.map((group) => group.id) };
  }
  const values = (field.values ?? []).filter((value) => ids.includes(value.id));
  return {
    values: values.map((value) => ({
      id: value.id,
      label: value.label,
      color: null,
      tlp_color: value.color || null,
      is_hidden: value.isHidden,
    })),
    bind_value_ids: values.map((value) => value.id),
  };
}

function openValue(place: ValuePlace, id: number | string) {
  const { viewer, tracker, field } = place;
  const own = field.values?.find((value) => value.id === id);
  if (typeof id === 'string' && id.startsWith('o')) {
    return { object: { id, label: own?.label ?? '' }, label: own?.label ?? '' };
  }
  const bind = bindOf(field);
  if (bind === 'users') {
    const user = userById(viewer, Number(id));
    return user && { object: fullUser(viewer, user), label: `${user.realName} (${user.username})` };
  }
  if (bind === 'ugroups') {
    const group = minimalGroup(viewer, tracker.projectId, String(id));
    return group && { object: group, label: group.label };
  }
  if (!own) return undefined;
  const object = { id, label: own.label, color: null, tlp_color: own.color || null };
  return { object: { ...object, is_hidden: own.isHidden }, label: own.label };
}

/** `bind_value_ids` of an open list holds labels (live-facts.md, Types). */
function openListShape(place: ValuePlace, ids: readonly (number | string)[]): Shape {
  const shown = ids.flatMap((id) => openValue(place, id) ?? []);
  return {
    bind_value_objects: shown.map((value) => value.object),
    bind_value_ids: shown.map((value) => value.label),
    bind_type: bindOf(place.field),
  };
}

function linkShapes(place: ValuePlace, links: readonly ForwardLink[]) {
  const { viewer } = place;
  return links.flatMap((link) => {
    const other = viewer.world.artifacts.get(link.id);
    const tracker = other && viewer.world.trackers.get(other.trackerId);
    if (!other || !tracker || !canSeeArtifact(viewer, other)) return [];
    return [
      {
        id: link.id,
        uri: `artifacts/${link.id}`,
        tracker: trackerReference(viewer, tracker),
        type: link.type || null,
      },
    ];
  });
}

/** Reverse links are those of today, also in the snapshot of an old changeset, as the server does. */
function linksShape(place: ValuePlace, links: readonly ForwardLink[]): Shape {
  return {
    links: linkShapes(place, links),
    reverse_links: linkShapes(place, reverseLinks(place.viewer.world, place.artifact.id)),
  };
}

function dateShape(field: SandboxField, value: unknown): Shape {
  const isTimeDisplayed = field.isTimeDisplayed ?? false;
  if (typeof value !== 'string') return { value: null, is_time_displayed: isTimeDisplayed };
  const seconds = value.length === 10 ? startOfDay(value) : Date.parse(value) / 1000;
  return { value: atom(seconds), is_time_displayed: isTimeDisplayed };
}

function textShape(viewer: Viewer, text: TextContent): Shape {
  const shown = shownText(viewer, text);
  return {
    value: shown.raw,
    format: shown.format,
    ...(shown.commonmark === undefined ? {} : { commonmark: shown.commonmark }),
    post_processed_value: shown.processed,
  };
}

function permissionShape(place: ValuePlace, ids: readonly string[]): Shape {
  const { viewer, tracker } = place;
  const groups = ids.flatMap((id) => minimalGroup(viewer, tracker.projectId, id) ?? []);
  return {
    granted_groups: groups.map((group) => group.short_name),
    granted_groups_ids: groups.map((group) => group.id),
  };
}

interface Steps {
  id: number;
  rank: number;
  description: string;
  expected: string;
}

function stepShape(viewer: Viewer, step: Steps): Shape {
  const description = shownText(viewer, { content: step.description, format: 'commonmark' });
  const expected = shownText(viewer, { content: step.expected, format: 'commonmark' });
  return {
    id: step.id,
    description: description.raw,
    description_format: 'html',
    commonmark_description: step.description,
    expected_results: expected.raw,
    expected_results_format: 'html',
    commonmark_expected_results: step.expected,
    rank: step.rank,
  };
}

/** Ten days of a sprint that began a week ago: what is left of 29, what is done of it. The days to come are empty. */
function chartShape(viewer: Viewer, type: string): Shape {
  const begin = viewer.world.now() / 1000 - 7 * 86_400;
  const dates = Array.from({ length: 11 }, (_, day) => atom(begin + day * 86_400));
  const frame = {
    start_date: atom(begin),
    duration: 10,
    capacity: 29,
    is_under_calculation: false,
  };
  const opening = { opening_days: [1, 2, 3, 4, 5] };
  const left = [29, 29, 27, 22, 22, 19, 17, 12];
  const done = left.map((effort) => 29 - effort);
  return type === 'burndown'
    ? {
        value: {
          ...frame,
          points: left,
          ...opening,
          points_with_date: left.map((effort, day) => ({
            date: dates[day],
            remaining_effort: effort,
          })),
        },
      }
    : {
        value: {
          ...frame,
          ...opening,
          points_with_date: done.map((effort, day) => ({
            date: dates[day],
            team_effort: effort,
            total_effort: day < 4 ? 29 : 33,
          })),
          points_with_date_count_elements: [],
        },
      };
}

function automaticShape(place: ValuePlace): Shape | undefined {
  const { viewer, artifact, changeset } = place;
  switch (place.field.type) {
    case 'aid':
      return { value: artifact.id };
    case 'atid':
      return { value: numberInTracker(viewer.world, artifact) };
    case 'priority':
      return { value: artifact.id };
    case 'subon':
      return { value: atom(firstChangeset(artifact).submittedOn) };
    case 'lud':
      return { value: atom(lastChangeset(artifact).submittedOn) };
    case 'subby':
      return { value: author(viewer, firstChangeset(artifact).submittedBy) };
    case 'luby':
      return { value: author(viewer, changeset.submittedBy) };
    case 'cross':
      return { value: crossReferences(viewer, artifact) };
    case 'burndown':
    case 'burnup':
      return chartShape(viewer, place.field.type);
    default:
      return undefined;
  }
}

function author(viewer: Viewer, id: number) {
  const user = userById(viewer, id);
  return user ? fullUser(viewer, user) : anonymousUser(viewer);
}

function storedShape(place: ValuePlace, value: unknown): Shape {
  const { viewer, field } = place;
  switch (field.type) {
    case 'text':
      return textShape(viewer, value as TextContent);
    case 'date':
      return dateShape(field, value);
    case 'tbl':
      return openListShape(place, value as (number | string)[]);
    case 'file':
      return {
        file_descriptions: (value as number[]).flatMap((id) => {
          const file = viewer.world.files.get(id);
          return file ? [fileRepresentation(file)] : [];
        }),
      };
    case 'perm':
      return permissionShape(place, value as string[]);
    case 'ttmstepdef':
      return { value: (value as Steps[]).map((step) => stepShape(viewer, step)) };
    default:
      return { value };
  }
}

function shapeOf(place: ValuePlace): Shape | undefined {
  const { field } = place;
  const automatic = automaticShape(place);
  if (automatic) return automatic;
  const value = place.changeset.values.get(field.id);
  if (field.type === 'art_link') return linksShape(place, (value ?? []) as ForwardLink[]);
  if (field.type === 'computed') return computedShape(value);
  if (isList(field.type)) return listShape(place, (value ?? []) as number[]);
  if (value === undefined || field.type === 'ttmstepexec') return undefined;
  return storedShape(place, value);
}

function computedShape(value: unknown): Shape {
  const stored = value as { isAutocomputed: boolean; manual: number | null } | undefined;
  return {
    is_autocomputed: stored?.isAutocomputed ?? true,
    value: null,
    manual_value: stored?.isAutocomputed === false ? stored.manual : null,
  };
}

/** One entry of `values`, undefined where the server leaves it out (artifacts.md §3). */
export function valueRepresentation(place: ValuePlace): Shape | undefined {
  const { viewer, tracker, field } = place;
  if (!hasRight(viewer, { tracker, field }, 'read')) return undefined;
  const shape = shapeOf(place);
  if (!shape) return undefined;
  return { field_id: field.id, type: field.type, label: field.label, ...shape };
}

type ChangesetPlace = Omit<ValuePlace, 'field'>;

/** The readable values of one changeset, in the order of the tracker's elements. */
export function valuesOf(place: ChangesetPlace): Shape[] {
  return place.tracker.fields.flatMap((field) => {
    const value = valueRepresentation({ ...place, field });
    return value ? [value] : [];
  });
}

const byNameTypes = new Set([
  ...['string', 'text', 'int', 'float', 'computed', 'aid', 'atid', 'priority'],
]);

/** `values_by_field`: few types, keyed by name, null where nothing is set. */
export function valuesByField(place: ChangesetPlace): Shape | [] {
  const { viewer, tracker } = place;
  const entries = tracker.fields
    .filter((field) => byNameTypes.has(field.type) && hasRight(viewer, { tracker, field }, 'read'))
    .map((field) => [field.name, valueRepresentation({ ...place, field }) ?? null] as const);
  return entries.length > 0 ? Object.fromEntries(entries) : [];
}

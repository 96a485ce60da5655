import { atom, startOfDay } from '../../clock';
import type { ForwardLink, SandboxField, TextContent } from '../../model';
import { canSeeArtifact, hasRight, type Viewer } from '../access';
import { firstChangeset, lastChangeset, numberInTracker } from '../artifacts';
import { isList } from '../fields';
import { reverseLinks } from '../linkIndex';
import { anonymousUser, fullUser, minimalGroup, trackerReference, userById } from '../references';
import { shownText } from '../text/texts';
import { chartShape } from './chartShape';
import { crossReferences } from './crossReferences';
import { fileRepresentation } from './fileRepresentation';
import { listShape, openListShape } from './listShapes';
import { type Steps, stepShape } from './stepShape';
import type { Shape, ValuePlace } from './valuePlace';

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

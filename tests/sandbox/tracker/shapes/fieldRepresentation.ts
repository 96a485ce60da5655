import { atom, startOfDay } from '../../clock';
import type { ListValue, SandboxField, SandboxTracker } from '../../model';
import { isTrackerAdmin, rightsOf, type Viewer } from '../access';
import { isContainer, isStatic } from '../fields';
import { bindingSources, offeredUsers, offersEverybody } from '../listOffers';
import { fullUser, minimalGroup, minimalGroups } from '../references';
import type { StateRules } from '../states';

interface Place {
  viewer: Viewer;
  tracker: SandboxTracker;
  field: SandboxField;
}

const userLists = new Set(['subby', 'luby']);

/** How the list is bound: automatic authors are lists of users that nobody configured. */
export function bindOf(field: SandboxField): 'static' | 'users' | 'ugroups' | null {
  return userLists.has(field.type) ? 'users' : (field.bind?.type ?? null);
}

function staticValue(value: ListValue) {
  return {
    id: value.id,
    label: value.label,
    is_hidden: value.isHidden,
    value_color: value.color,
  };
}

/** A list of everybody names nobody (trackers.md §2.2). */
function userValues({ viewer, tracker, field }: Place) {
  if (offersEverybody(field)) return [];
  return offeredUsers(viewer.world, tracker, field).map((user) => {
    const { id, uri, display_name, username, avatar_url } = fullUser(viewer, user);
    const reference = { id, uri, real_name: display_name, username, avatar_url };
    return { id, label: user.username, user_reference: reference };
  });
}

function groupValues({ viewer, tracker, field }: Place) {
  const values = field.values ?? [];
  const groups = values.flatMap((value) => {
    const group = minimalGroup(viewer, tracker.projectId, value.label);
    return group ? [{ id: value.id, label: group.key, ugroup_reference: group }] : [];
  });
  return field.type === 'tbl' ? groups.map((value) => value.ugroup_reference) : groups;
}

function valuesOf(place: Place): unknown {
  const { viewer, tracker, field } = place;
  if (field.type === 'perm') {
    const project = viewer.world.projects.get(tracker.projectId);
    const ids = ['1', '2', ...(project?.groups.map((group) => group.id) ?? [])];
    return {
      is_used_by_default: false,
      ugroup_representations: minimalGroups(viewer, tracker.projectId, ids),
    };
  }
  const bind = bindOf(field);
  if (bind === 'static') return (field.values ?? []).map(staticValue);
  if (bind === 'ugroups') return groupValues(place);
  if (bind !== 'users') return null;
  return field.type === 'tbl'
    ? { resource: { type: 'users', uri: 'users/?query=' } }
    : userValues(place);
}

function defaultValue({ viewer, tracker, field }: Place): unknown {
  if (field.type === 'staticrichtext')
    return String(field.specific?.static_value ?? '').replaceAll('\r\n', '\n');
  if (field.type === 'date' && field.defaultValue !== 'today') return field.defaultValue ?? '';
  if (field.type === 'date' || field.type === 'subon' || field.type === 'lud') {
    const now = atom(viewer.world.now() / 1000);
    const isTimed = field.type !== 'date' || field.isTimeDisplayed;
    return isTimed ? now.slice(0, 16).replace('T', ' ') : now.slice(0, 10);
  }
  const bind = bindOf(field);
  if (bind === 'static') {
    const ids = Array.isArray(field.defaultValue) ? field.defaultValue : [];
    const values = (field.values ?? []).filter((value) => ids.includes(value.id));
    return values.map((value) => ({ id: value.id, label: value.label }));
  }
  if (bind === 'users') {
    const ids = Array.isArray(field.defaultValue) ? field.defaultValue : [];
    return offeredUsers(viewer.world, tracker, field)
      .filter((user) => ids.includes(user.id))
      .map((user) => fullUser(viewer, user));
  }
  if (bind === 'ugroups') return [];
  if (field.type === 'string') return field.defaultValue ?? '';
  return field.defaultValue ?? null;
}

function specificProperties(field: SandboxField): unknown {
  if (field.type !== 'date') return field.specific ?? [];
  const isToday = field.defaultValue === 'today';
  return {
    default_value_type: isToday ? 0 : 1,
    default_value_today: 'today',
    default_value:
      isToday || typeof field.defaultValue !== 'string' ? 0 : startOfDay(field.defaultValue),
    display_time: field.isTimeDisplayed ? 1 : 0,
  };
}

function typeProperties({ tracker, field }: Place): Record<string, unknown> {
  switch (field.type) {
    case 'date':
      return { is_time_displayed: field.isTimeDisplayed ?? false };
    case 'subon':
    case 'lud':
      return { is_time_displayed: true };
    case 'tbl':
      return { hint: field.specific?.hint ?? '' };
    case 'file':
      return { file_creation_uri: `tracker_fields/${field.id}/files`, max_size_upload: 67_108_864 };
    case 'art_link':
      return {
        allowed_types: tracker.linkTypes.map((type) => ({
          shortname: type.shortname,
          forward_label: type.forward,
          reverse_label: type.reverse,
        })),
      };
    default:
      return {};
  }
}

function groupRights({ viewer, tracker, field }: Place) {
  if (isStatic(field.type) || !isTrackerAdmin(viewer, tracker)) return null;
  const groups = (ids: readonly string[]) => minimalGroups(viewer, tracker.projectId, ids);
  return {
    can_submit: groups(field.permissions.create),
    can_read: groups(field.permissions.read),
    can_update: groups(field.permissions.update),
  };
}

function decorators({ tracker, field }: Place) {
  const names: [string, string, number | undefined][] = [
    ['Title', 'title', tracker.semantics.title],
    ['Description', 'description', tracker.semantics.description],
    ['Status', 'status', tracker.semantics.status?.fieldId],
    ['Contributor/assignee', 'contributor', tracker.semantics.contributor],
  ];
  return names.flatMap(([label, semantic, id]) =>
    id === field.id
      ? [
          {
            label,
            description: `This field carries the "${label}" semantic.`,
            icon: null,
            url: `/plugins/tracker/?tracker=${tracker.id}&func=admin-semantic&semantic=${semantic}`,
            action: null,
          },
        ]
      : [],
  );
}

/** One element of `fields` (trackers.md §2), as this viewer sees it. */
export function fieldRepresentation(
  viewer: Viewer,
  { tracker, field, state }: Omit<Place, 'viewer'> & { state: StateRules | undefined },
) {
  const place = { viewer, tracker, field };
  const bind = bindOf(field);
  return {
    field_id: field.id,
    label: field.label,
    name: field.name,
    type: field.type,
    values: valuesOf(place),
    required: field.isRequired,
    collapsed: isContainer(field.type) && field.isCollapsed,
    bindings: {
      type: bind,
      list: bind === 'users' ? bindingSources(viewer.world, tracker, field) : [],
    },
    permissions: rightsOf(viewer, tracker, field).filter(
      (right) => right !== 'update' || !state?.frozen.has(field.id),
    ),
    permissions_for_groups: groupRights(place),
    default_value: defaultValue(place),
    has_notifications: false,
    is_used: true,
    description: field.description,
    specific_properties: specificProperties(field),
    label_decorators: decorators(place),
    ...typeProperties(place),
    ...(state && field.type === 'fieldset' ? { is_hidden: state.hidden.has(field.id) } : {}),
  };
}

import { anonymousUser, fullUser, minimalGroup, userById } from '../references';
import { bindOf } from './fieldRepresentation';
import type { Shape, ValuePlace } from './valuePlace';

/** The chosen values of a list, whatever it is bound to: values of its own, people, groups. */
export function listShape(place: ValuePlace, ids: readonly (number | string)[]): Shape {
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
export function openListShape(place: ValuePlace, ids: readonly (number | string)[]): Shape {
  const shown = ids.flatMap((id) => openValue(place, id) ?? []);
  return {
    bind_value_objects: shown.map((value) => value.object),
    bind_value_ids: shown.map((value) => value.label),
    bind_type: bindOf(place.field),
  };
}

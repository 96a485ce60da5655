import { problem, Refusal, refuse } from '../../http';
import type { ListValue, SandboxField, World } from '../../model';
import { isSingleList } from '../fields';
import { offeredUsers } from '../listOffers';
import { minimalGroup } from '../references';
import { bindOf } from '../shapes/fieldRepresentation';
import { type Entry, isRecord, type Parsed, type WritePlace } from './place';

const none = 100;

/** A value that the list does not offer: 400 on an update, 500 on a creation (recorded artifacts/102, 33). */
function refuseValue(place: WritePlace): never {
  if (place.kind === 'create') throw new Refusal(problem(500, 'Unable to create artifact'));
  return refuse(400, 'Fields are not valid');
}

function groupIds(place: WritePlace, ids: readonly (number | string)[]): string[] {
  return ids.map((id) => {
    const isOffered = place.field.values?.some((value) => value.label === String(id));
    return isOffered ? String(id) : refuse(400, `The submitted value ${id} is invalid`);
  });
}

function numericIds(place: WritePlace, ids: readonly (number | string)[]): number[] {
  const { viewer, tracker, field } = place;
  const offered =
    bindOf(field) === 'users'
      ? offeredUsers(viewer.world, tracker, field).map((user) => user.id)
      : (field.values ?? []).map((value) => Number(value.id));
  return ids.map((id) => (offered.includes(Number(id)) ? Number(id) : refuseValue(place)));
}

export function parseList(place: WritePlace, entry: Entry): Parsed {
  const { field } = place;
  const given = entry.bind_value_ids;
  if (!Array.isArray(given)) {
    return refuse(
      400,
      `List fields values must be passed as an array of ids (integer) in 'bind_value_ids' Expected format for field ${field.id} : {"field_id": 1548, "bind_value_ids": [457]}`,
    );
  }
  if (isSingleList(field.type) && given.length > 1) {
    refuse(400, 'Selectbox fields can only have one value');
  }
  const ids = given
    .filter((id): id is number | string => typeof id === 'number' || typeof id === 'string')
    .filter((id) => Number(id) !== none);
  const value = bindOf(field) === 'ugroups' ? groupIds(place, ids) : numericIds(place, ids);
  // Stored in the order of the list, as the server shows them.
  const order = (field.values ?? []).map((one) => one.id);
  const sorted = [...new Set<number | string>(value)].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return { value: sorted };
}

function highestOpenId(world: World): number {
  let highest = 100;
  for (const tracker of world.trackers.values()) {
    for (const field of tracker.fields) {
      for (const value of field.values ?? []) {
        const number = /^o(\d+)$/.exec(String(value.id))?.[1];
        if (number) highest = Math.max(highest, Number(number));
      }
    }
  }
  return highest;
}

/**
 * The typed value of that label, made when it is new: open lists grow by being written to. A value of the field with the
 * same label is not looked at, so there are two of that name then (recorded: artifacts/114, "Bravo" in trackers/15).
 */
function openValueId(world: World, field: SandboxField, label: string): number | string {
  const known = field.values?.find(({ id, label: own }) => own === label && /^o/.test(String(id)));
  if (known) return known.id;
  const value: ListValue = {
    id: `o${highestOpenId(world) + 1}`,
    label,
    isHidden: false,
    color: '',
  };
  field.values = [...(field.values ?? []), value];
  return value.id;
}

function openUserId(place: WritePlace, text: string): number | string | undefined {
  const { viewer, field, feedback } = place;
  const user = viewer.world.users.find((one) => one.username === text || one.email === text);
  if (user) return user.id;
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return openValueId(viewer.world, field, text);
  feedback.add(`${field.label} contains a value which is not a login or an email.`);
  return undefined;
}

function openGroupId(place: WritePlace, text: string): string | undefined {
  const { viewer, tracker, field } = place;
  const group = field.values?.find(
    (value) =>
      value.label === text ||
      minimalGroup(viewer, tracker.projectId, value.label)?.short_name === text,
  );
  return group?.label;
}

function openId(place: WritePlace, text: string): number | string | undefined {
  const bind = bindOf(place.field);
  if (bind === 'users') return openUserId(place, text);
  if (bind === 'ugroups') return openGroupId(place, text);
  return openValueId(place.viewer.world, place.field, text);
}

function ofObject(place: WritePlace, object: unknown): number | string | undefined {
  if (!isRecord(object)) return undefined;
  const { id, label, username, email, short_name: shortName } = object;
  const known = place.field.values?.find((value) => String(value.id) === String(id));
  if (known) return known.id;
  const bind = bindOf(place.field);
  if (bind === 'users' && typeof id === 'number') return id;
  const text = [label, username, email, shortName, id].find((one) => typeof one === 'string');
  return typeof text === 'string' ? openId(place, text) : undefined;
}

export function parseOpenList(place: WritePlace, entry: Entry): Parsed {
  const objects = isRecord(entry.value) ? entry.value.bind_value_objects : undefined;
  const labels = entry.bind_value_ids;
  if (!Array.isArray(objects) && !Array.isArray(labels)) {
    return refuse(
      400,
      "OpenList fields values must be passed as an array of labels (string) in 'bind_value_ids'",
    );
  }
  const ids = Array.isArray(objects)
    ? objects.map((object) => ofObject(place, object))
    : (labels as unknown[]).map((label) => openId(place, String(label)));
  return { value: [...new Set(ids.filter((id) => id !== undefined))] };
}

/** Unknown groups are dropped in silence (recorded artifacts/123, 124). */
export function parsePermissions(place: WritePlace, entry: Entry): Parsed {
  const groups = isRecord(entry.value) ? entry.value.granted_groups : undefined;
  if (!Array.isArray(groups)) {
    return refuse(
      400,
      'Permission field values must be passed as an array of ugroup ids e.g. "value" : {"granted_groups" : [158, "142_3"]}',
    );
  }
  const known = groups
    .map(String)
    .filter((id) => minimalGroup(place.viewer, place.tracker.projectId, id) !== undefined);
  return { value: known };
}

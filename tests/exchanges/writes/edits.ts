import type { Field } from '~/api/trackers';
import type { WriteEntry } from '~/fields/contract';
import { contractOf } from '~/fields/registry';

/**
 * Recorded entries of `values` as the edits they stand for: what a form of ours would hold after somebody made the same
 * change (`value`), and the entry in one spelling, so that two that the server takes for the same are equal (`plain`).
 */
interface Edit {
  value: unknown;
  plain: unknown;
}

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const items = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const sorted = (values: readonly unknown[]) =>
  values.map((value) => JSON.stringify(value)).toSorted();

function textEdit({ value }: Json): Edit {
  const { content, format } = isJson(value) ? value : { content: value, format: undefined };
  // A bare text and an unknown format are stored as Markdown (recorded: artifacts/66–69).
  const known = format === 'html' || format === 'text' ? format : 'commonmark';
  return { value: { content, format: known }, plain: { content, format: known } };
}

function numberEdit({ value }: Json): Edit {
  return { value: String(value), plain: value === '' ? '' : Number(value) };
}

const zoned =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?(?::\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

function dateEdit({ value }: Json, field: Field): Edit | string {
  if (value === '') return { value: { text: '', offset: '' }, plain: '' };
  const [, day, time = '00:00', zone = ''] = zoned.exec(String(value)) ?? [];
  if (!day) return 'no date of the calendar: the app says so instead of sending it';
  const offset = zone === 'Z' ? '+00:00' : zone;
  if (field.is_time_displayed !== true) {
    return zone === ''
      ? { value: { text: day, offset: '' }, plain: day }
      : 'a day with a zone: the server may make another day of it, the app sends days plain';
  }
  const moment = `${day}T${time}:00${offset}`;
  return {
    value: { text: `${day}T${time}`, offset },
    plain: offset === '' ? moment : Date.parse(moment),
  };
}

function listEdit({ bind_value_ids: ids }: Json, field: Field): Edit | string {
  if (!Array.isArray(ids)) return 'a list without ids: the app sends ids';
  if (field.bindings.type === null) return 'a list of which no answer shows a value';
  const isGroups = field.bindings.type === 'ugroups';
  const chosen = ids
    .filter((id) => Number(id) !== 100)
    .map((id) => (isGroups ? String(id) : Number(id)));
  return { value: chosen.map((id) => ({ id })), plain: sorted(chosen) };
}

/**
 * One of `bind_value_objects`, or why the app writes none like it. What has an id is known by that, whatever else stands
 * beside it; keys without a value do not go out.
 */
function openValue(object: Json): { value: Json; plain: unknown } | string {
  const { id = null, label, email, username, short_name } = object;
  const name = username ?? short_name;
  if (id === null && name !== undefined) {
    return 'a person or group by name alone: the app sends the id as well';
  }
  return {
    value: { id, label: label ?? email ?? name, ...(name === undefined ? {} : { name }) },
    plain: Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .toSorted(),
  };
}

function openListEdit({ value }: Json): Edit | string {
  if (!isJson(value) || !Array.isArray(value.bind_value_objects)) {
    return 'an open list without objects: the app sends objects';
  }
  const values = items(value.bind_value_objects).map(openValue);
  const known = values.filter((one) => typeof one !== 'string');
  if (known.length < values.length) return String(values.find((one) => typeof one === 'string'));
  return { value: known.map((one) => one.value), plain: sorted(known.map((one) => one.plain)) };
}

/** `links` says nothing of the other direction; both spellings are equal where that has no links. */
function linkEdit({ links, all_links, parent }: Json): Edit | string {
  if (parent !== undefined || (!Array.isArray(links) && !Array.isArray(all_links))) {
    return 'a parent: the app writes that link at the parent, or as one of all links of a new artifact';
  }
  const all = items(links ?? all_links).map(({ id, type = '', direction = 'forward' }) => {
    return { id, type, direction };
  });
  const ends = (wanted: string) =>
    all
      .filter(({ direction }) => direction === wanted)
      .map(({ id, type }) => ({ id, type }))
      .toSorted((one, other) => Number(one.id) - Number(other.id));
  return {
    value: { forward: ends('forward'), reverse: ends('reverse') },
    plain: sorted(all),
  };
}

function permissionsEdit({ value }: Json): Edit {
  const ids = isJson(value) && Array.isArray(value.granted_groups) ? value.granted_groups : [];
  return { value: ids.map((id) => ({ id, label: id })), plain: sorted(ids) };
}

function computedEdit({ is_autocomputed, manual_value }: Json): Edit {
  const isAutomatic = is_autocomputed === true;
  const manual = isAutomatic ? '' : String(manual_value);
  return {
    value: { isAutomatic, computed: null, manual },
    plain: isAutomatic ? 'automatic' : Number(manual_value),
  };
}

function fileEdit({ value }: Json): Edit {
  const ids = Array.isArray(value) ? value : [];
  return { value: ids.map((id) => ({ id })), plain: sorted(ids) };
}

const byContract: Readonly<Record<string, (entry: Json, field: Field) => Edit | string>> = {
  string: ({ value }) => ({ value, plain: value }),
  text: textEdit,
  number: numberEdit,
  date: dateEdit,
  selectBox: listEdit,
  radio: listEdit,
  multiSelect: listEdit,
  checkbox: listEdit,
  openList: openListEdit,
  artifactLink: linkEdit,
  permissions: permissionsEdit,
  computed: computedEdit,
  file: fileEdit,
};

/** The edit that a recorded entry stands for, or why the app makes none like it. */
export function editOf(entry: WriteEntry, field: Field): Edit | string {
  const contract = contractOf(field.type);
  if (!contract.write) return `a field of type ${field.type}, which the app never sends`;
  const edit = byContract[contract.id];
  if (!edit) throw new Error(`No edit for fields of type ${field.type}`);
  return edit(entry, field);
}

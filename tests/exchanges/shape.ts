type Json = Record<string, unknown>;

/** What stood at one place of the recorded answers. */
interface Place {
  seen: number;
  types: Set<string>;
  /** How many of them were objects, and how often each key was there. */
  objects: number;
  keys: Map<string, number>;
}

/** Everything recorded of one route: places such as `[].values[](text).format`. */
export type Shape = Map<string, Place>;

/** So often must a thing have been seen before its absence, or another type, says something. */
const EVIDENCE = 5;
/** Many keys are null by right (reference); that one never was says something only after many. */
const NULL_EVIDENCE = 100;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isJson(value: unknown): value is Json {
  return typeOf(value) === 'object';
}

/** Fields, values and the choices of lists have other keys by their type: each is a place of its own. */
function kindOf(value: unknown): string {
  if (!isJson(value)) return '';
  if (typeof value.type === 'string' && 'field_id' in value) return `(${value.type})`;
  for (const key of [
    'user_reference',
    'ugroup_reference',
    'users_uri',
    'display_name',
    'tlp_color',
  ]) {
    if (key in value) return `(${key})`;
  }
  return '';
}

/**
 * Ids of lists bound to groups are texts or numbers (artifacts.md §3), all others numbers: those of groups are a place of
 * their own, so that a folder without any says nothing of them.
 */
function boundOf({ values }: Json, key: string): string {
  if (key !== 'bind_value_ids' || !Array.isArray(values)) return '';
  return values.some((value) => isJson(value) && 'users_uri' in value) ? ids : '';
}
const ids = '(ids of groups)';

/** Keys that come and go with the data by right, as the reference says (artifacts.md §3 and §6, trackers.md §3). */
const optional = new RegExp(
  [
    String.raw`\.commonmark(_description|_expected_results)?$`,
    String.raw`\.semantics\.(title|description|contributor|status|timeframe|progress|initial_effort)$`,
    String.raw`\.timeframe\.(start_date_field_id|duration_field_id|end_date_field_id|implied_from_tracker)$`,
    String.raw`\.progress\.(total_effort_field_id|remaining_effort_field_id|artifact_link_type)$`,
  ].join('|'),
);

/** Objects whose keys are data (names of fields), not shape. */
const namedByData = /\.values_by_field$/;

function inner(value: unknown, place: string): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item) => [`${place}[]${kindOf(item)}`, item]);
  if (!isJson(value)) return [];
  const isMap = namedByData.test(place);
  return Object.entries(value).map(([key, item]) => [
    `${place}.${isMap ? '*' : key}${kindOf(item)}${boundOf(value, key)}`,
    item,
  ]);
}

/** Adds one recorded answer to what is known. */
export function learn(shape: Shape, value: unknown, place = ''): void {
  const known = shape.get(place) ?? { seen: 0, types: new Set(), objects: 0, keys: new Map() };
  shape.set(place, known);
  known.seen++;
  known.types.add(typeOf(value));
  if (isJson(value)) {
    known.objects++;
    for (const key of Object.keys(value)) known.keys.set(key, (known.keys.get(key) ?? 0) + 1);
  }
  for (const [next, item] of inner(value, place)) learn(shape, item, next);
}

/** PHP writes an empty map as `[]` (conventions.md §6). */
function isEmptyMap(value: unknown, types: Set<string>): boolean {
  return (
    (Array.isArray(value) && value.length === 0 && types.has('object')) ||
    (isJson(value) && types.has('array'))
  );
}

function isOddType(value: unknown, { types, seen }: Place, isId: boolean): boolean {
  const type = typeOf(value);
  if (isId && (type === 'string' || type === 'number')) return false;
  if (types.has(type) || isEmptyMap(value, types)) return false;
  const isOnlyNull = types.size === 1 && types.has('null');
  return seen >= (type === 'null' || isOnlyNull ? NULL_EVIDENCE : EVIDENCE);
}

function keyFaults(value: Json, known: Place, place: string): string[] {
  if (known.objects < EVIDENCE || namedByData.test(place)) return [];
  const unknown = Object.keys(value).filter((key) => !known.keys.has(key));
  const absent = [...known.keys]
    .filter(([key, count]) => count === known.objects && !Object.hasOwn(value, key))
    .map(([key]) => key);
  return [
    ...unknown.map((key) => [`${place}.${key}`, 'was never recorded'] as const),
    ...absent.map((key) => [`${place}.${key}`, 'is missing'] as const),
  ].flatMap(([where, what]) => (optional.test(where) ? [] : `${where} ${what}`));
}

/** Where an answer of the sandbox has another shape than the recorded ones; places never recorded say nothing. */
export function shapeFaults(shape: Shape, value: unknown, place = ''): string[] {
  const known = shape.get(place);
  if (!known) return [];
  const odd = isOddType(value, known, place.endsWith(`${ids}[]`))
    ? [`${place || '(whole)'} is ${typeOf(value)}, recorded ${[...known.types].join('|')}`]
    : [];
  const keys = isJson(value) ? keyFaults(value, known, place) : [];
  return [
    ...odd,
    ...keys,
    ...inner(value, place).flatMap(([next, item]) => shapeFaults(shape, item, next)),
  ];
}

/** Keys that come and go with the data and were recorded, where the sandbox sent such things and never with the key. */
export function neverSent(recorded: Shape, sent: Shape): string[] {
  return [...recorded].flatMap(([place, { keys }]) => {
    const ours = sent.get(place);
    if (!ours || ours.objects === 0) return [];
    const absent = [...keys.keys()].filter((key) => !ours.keys.has(key));
    return absent.map((key) => `${place}.${key}`).filter((where) => optional.test(where));
  });
}

/** `error(code,message)`: the keys of an error body, by which its forms differ. */
export function errorForm(body: unknown): string {
  if (!isJson(body)) return typeOf(body) === 'string' && body === '' ? 'empty' : typeOf(body);
  const keys = Object.entries(body).map(([key, item]) =>
    isJson(item) ? `${key}(${Object.keys(item).sort().join(',')})` : `${key}:${typeOf(item)}`,
  );
  return keys.sort().join(' ');
}

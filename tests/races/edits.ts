import type { Field } from '~/api/trackers';
import type { FieldContract } from '~/fields/contract';
import type { Random } from '../sandbox/seed/random';
import type { Intent } from './intents';

/** A new value for a form, and what it means. */
export interface Edit {
  value: unknown;
  intents: readonly Intent[];
}

/** What an edit is made from: the field, what stands there, and what this person may put in. */
export interface EditPlace {
  /** The artifact that is edited. */
  artifactId: number;
  field: Field;
  contract: FieldContract;
  value: unknown;
  random: Random;
  /** Unique in the run. */
  count: number;
  files: readonly number[];
  links: readonly number[];
  /** Artifacts whose links to this one may be set and taken off from here. */
  sources?: readonly number[];
}

type Recipe = (place: EditPlace) => Edit | null;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idsOf(value: unknown): (number | string)[] {
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item): (number | string)[] => {
    const id = isRecord(item) ? item.id : item;
    return typeof id === 'number' || typeof id === 'string' ? [id] : [];
  });
}

/** Takes one item out or puts one in. */
function toggled(
  place: EditPlace,
  items: readonly unknown[],
  more: readonly { id: number | string }[],
): { items: unknown[]; intent: Intent } | null {
  const { random, field, artifactId: at } = place;
  const fieldId = field.field_id;
  const there = idsOf(items);
  const free = more.filter(({ id }) => !there.some((other) => String(other) === String(id)));
  if (there.length > 1 && (free.length === 0 || random.chance(0.35))) {
    const token = String(random.pick(there));
    const left = items.filter((item) => String(idsOf([item])[0]) !== token);
    return { items: left, intent: { at, fieldId, token, isThere: false } };
  }
  if (free.length === 0) return null;
  const added = random.pick(free);
  const intent = { at, fieldId, token: String(added.id), isThere: true };
  return { items: [...items, added], intent };
}

/** What the structure of the field offers: values of its own, or groups that may be granted access. */
function offered({ field }: EditPlace): { id: number | string; label: string }[] {
  const values: unknown = field.values;
  const groups = isRecord(values) ? values.ugroup_representations : values;
  return (Array.isArray(groups) ? groups : []).flatMap((value) =>
    isRecord(value) && (typeof value.id === 'number' || typeof value.id === 'string')
      ? [{ id: value.id, label: String(value.label) }]
      : [],
  );
}

const set =
  (more: (place: EditPlace) => readonly { id: number | string }[]): Recipe =>
  (place) => {
    const change = toggled(place, Array.isArray(place.value) ? place.value : [], more(place));
    return change && { value: change.items, intents: [change.intent] };
  };

const single: Recipe = (place) => {
  const now = idsOf(place.value)[0];
  const { id } = place.random.pick(offered(place).filter((option) => option.id !== now));
  return whole(place, [{ id }], String(id));
};

const text: Recipe = (place) => {
  const { value, random, count } = place;
  if (!isRecord(value) || typeof value.content !== 'string') return null;
  const token = `«${count}»`;
  const isHtml = value.format === 'html';
  const lines = value.content.split(/\r?\n/);
  const at = random.int(0, lines.length - 1);
  const words = isHtml ? `<p>New ${token}</p>` : `New ${token}`;
  const line = lines[at] ?? '';
  const changed = isHtml ? line.replace('</p>', ` ${token}</p>`) : `${line} ${token}`;
  const isLine = random.chance(0.7) && changed.includes(token);
  lines.splice(at, isLine ? 1 : 0, isLine ? changed : words);
  const content = lines.join(value.content.includes('\r\n') ? '\r\n' : '\n');
  return whole(place, { ...value, content }, token);
};

/** A whole new value whose token is `token`. */
function whole(place: EditPlace, value: unknown, token: string): Edit {
  const { artifactId: at, field } = place;
  return { value, intents: [{ at, fieldId: field.field_id, token, isThere: true }] };
}

/** A link of another artifact to this one: stored there. */
function ofOthers(place: EditPlace, sources: readonly number[], type: string): Edit | null {
  const { value, artifactId } = place;
  if (!isRecord(value) || !Array.isArray(value.reverse)) return null;
  const change = toggled(
    place,
    value.reverse,
    sources.map((id) => ({ id, type })),
  );
  if (!change) return null;
  const { intent, items: reverse } = change;
  const there = { ...intent, at: Number(intent.token), token: String(artifactId) };
  return { value: { ...value, reverse }, intents: [there] };
}

const day = (count: number) =>
  new Date(Date.UTC(2027, 0, 1) + count * 86_400_000).toISOString().slice(0, 10);

/** By the id of the contract: how a person changes such a value. The test of the registry says which one is missing. */
const recipes: Readonly<Record<string, Recipe>> = {
  string: (place) => whole(place, `Title «${place.count}»`, `«${place.count}»`),
  text,
  number: (place) => whole(place, String(1000 + place.count), String(1000 + place.count)),
  date(place) {
    const isTimed = place.field.is_time_displayed === true;
    const offset = isTimed ? '+00:00' : '';
    const moment = isTimed ? `${day(place.count)}T10:30` : day(place.count);
    return whole(place, { text: moment, offset }, isTimed ? `${moment}:00.000Z` : moment);
  },
  selectBox: single,
  radio: single,
  multiSelect: set((place) => offered(place).map(({ id }) => ({ id }))),
  checkbox: set((place) => offered(place).map(({ id }) => ({ id }))),
  openList: set((place) => offered(place)),
  file: set((place) =>
    place.files.map((id) => ({
      ...{ id, submitted_by: 0, description: '', name: `${id}.txt`, size: 1 },
      ...{
        type: 'text/plain',
        html_url: null,
        html_preview_url: null,
        uri: `artifact_files/${id}`,
      },
    })),
  ),
  /** The members of the project keep their access: the others of the race are among them. */
  permissions(place) {
    const all = Array.isArray(place.value) ? place.value : [];
    const isMembers = (item: unknown) => /_3$/.test(String(idsOf([item])[0]));
    const others = all.filter((item) => !isMembers(item));
    const change = toggled(
      place,
      others,
      offered(place).filter((option) => !isMembers(option)),
    );
    return (
      change && { value: [...all.filter(isMembers), ...change.items], intents: [change.intent] }
    );
  },
  computed(place) {
    const manual = String(1000 + place.count);
    return whole(place, { isAutomatic: false, computed: null, manual }, manual);
  },
  artifactLink(place) {
    if (!isRecord(place.value) || !Array.isArray(place.value.forward)) return null;
    const type = place.random.pick(['', 'relates_to', 'blocks']);
    const { random, sources = [] } = place;
    if (sources.length > 0 && random.chance(0.5)) return ofOthers(place, sources, type);
    const ends = place.links.map((id) => ({ id, type }));
    const change = toggled(place, place.value.forward, ends);
    return change && { value: { ...place.value, forward: change.items }, intents: [change.intent] };
  },
};

/** The contracts (by id) that these editors know how to change. */
export const editableKinds: ReadonlySet<string> = new Set(Object.keys(recipes));

/** Another value for the field, as a person might type it; null where nothing can be changed. */
export function drawEdit(place: EditPlace): Edit | null {
  return recipes[place.contract.id]?.(place) ?? null;
}

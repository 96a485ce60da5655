import type { World } from './model';

/**
 * A world whose every text is somebody's attack: each human-readable string of an answer is replaced by a payload.
 * Armed by `POST /sandbox/payloads`; ids, types, dates and counts stay, so that the pages still work.
 */
interface Hostile {
  texts: readonly string[];
  /** Rotates which payload meets which place. */
  start: number;
}

const hostileWorlds = new WeakMap<World, Hostile>();

/** The keys of Tuleap's answers that people fill in, or that repeat what people filled in. */
const humanKeys = new Set([
  'label',
  'label_without_icon',
  'shortname',
  'name',
  'title',
  'description',
  'icon',
  'item_name',
  'value',
  'content',
  'commonmark',
  'body',
  'post_processed_value',
  'post_processed_body',
  'description_format',
  'expected_results',
  'real_name',
  'display_name',
  'username',
  'user_url',
  'email',
  'avatar_url',
  'status',
  'full_status',
  'xref',
  'ref',
  'url',
  'html_url',
  'svn_url',
  'color',
  'color_name',
  'tlp_color',
  'value_color',
  'forward_label',
  'reverse_label',
  'short_name',
  'key',
  'hint',
  'static_value',
  'message',
  'i18n_error_message',
  'i18n_error_messages',
  'access_file',
  'path',
  // Blueprint's
  'Name',
  'ArtifactTypeName',
  'BaseArtifactType',
  'ArtifactPropertyName',
  'Label',
  'BlueprintUrl',
  'Link',
  'FileName',
  'TextOrChoiceValue',
  'Choices',
  'DisplayName',
  'Description',
  'Location',
  'Status',
  'Type',
  'Direction',
  'Message',
]);

/** Makes the world hostile, or friendly again with an empty list. */
export function setPayloads(world: World, texts: readonly string[], start: number): void {
  if (texts.length === 0) hostileWorlds.delete(world);
  else hostileWorlds.set(world, { texts, start });
}

/** Meets each place with another payload. False when the world is not hostile. */
export function rotatePayloads(world: World, start: number): boolean {
  const hostile = hostileWorlds.get(world);
  if (hostile) hostile.start = start;
  return hostile !== undefined;
}

/** A small number per key, so that neighbours do not show the same payload. */
function offsetOf(key: string): number {
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return sum;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(T|$| )/.test(text);

/** Item `i` of a list shows payload `start + i + (a constant of the place)`: a list as long as the payloads shows all. */
function poison(value: unknown, key: string, place: number, hostile: Hostile): unknown {
  if (typeof value === 'string') {
    if (!humanKeys.has(key) || value === '' || isDate(value)) return value;
    return hostile.texts[(hostile.start + place) % hostile.texts.length];
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => poison(item, key, place + index, hostile));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      poison(child, name, place + offsetOf(name), hostile),
    ]),
  );
}

/** `value` as it is, or with every human text replaced when the world is hostile; for answers that are not JSON in the end. */
export function poisonedValue(world: World, value: unknown): unknown {
  const hostile = hostileWorlds.get(world);
  return hostile ? poison(value, '', 0, hostile) : value;
}

/** `response` as it is, or with every human text replaced when the world is hostile. */
export async function poisoned(world: World, response: Response): Promise<Response> {
  const hostile = hostileWorlds.get(world);
  const isJson = response.headers.get('content-type')?.includes('json');
  if (!hostile || !isJson) return response;
  const text = await response.text();
  const body = text === '' ? text : JSON.stringify(poison(JSON.parse(text), '', 0, hostile));
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body === '' ? null : body, { status: response.status, headers });
}

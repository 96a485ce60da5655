const MAP = '$map';
const SET = '$set';
const DATE = '$date';

/** Plain data as text, with the maps, sets and moments that JSON has no words for. */
export function pack(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain) {
    // A moment has become text by now: only its holder still has it.
    const held = this[key];
    if (held instanceof Date) return { [DATE]: held.getTime() };
    if (plain instanceof Map) return { [MAP]: [...plain] };
    if (plain instanceof Set) return { [SET]: [...plain] };
    return plain;
  });
}

/** What `pack` was given. Throws where the text is none of it. */
export function unpack(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (MAP in value && Array.isArray(value[MAP])) return new Map(value[MAP]);
    if (SET in value && Array.isArray(value[SET])) return new Set(value[SET]);
    return DATE in value && typeof value[DATE] === 'number' ? new Date(value[DATE]) : value;
  });
}

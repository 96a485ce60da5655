/**
 * What a model editor wanted for one field, in words that need none of the app's code: `token` is (or, when `isThere` is
 * false, is no longer) somewhere in the value that the server stores.
 */
export interface Intent {
  /** The artifact that stores it: for a link of another artifact that one. */
  at: number;
  fieldId: number;
  token: string;
  isThere: boolean;
  /** The author was told that it is saved. */
  isStored?: boolean;
}

/** A marked token stands within a text; ids and numbers are whole, a day may have its midnight, a moment any zone. */
function isLeaf(text: string, token: string): boolean {
  if (token.startsWith('«')) return text.includes(token);
  if (/^\d{4}-\d{2}-\d{2}$/.test(token)) return text.slice(0, 10) === token;
  return text === token || (token.endsWith('Z') && Date.parse(text) === Date.parse(token));
}

function holds(value: unknown, token: string): boolean {
  if (typeof value !== 'object' || value === null) return isLeaf(String(value), token);
  // A time as a form holds it: on the clock of a zone.
  if ('text' in value && 'offset' in value) return isLeaf(`${value.text}${value.offset}`, token);
  return Object.values(value).some((inner) => holds(inner, token));
}

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own links of a value that tells of both directions, as a form (`forward`) or an answer (`links`) does. */
function own(value: unknown): unknown {
  return isJson(value) && ('forward' in value || 'links' in value)
    ? (value.forward ?? value.links)
    : value;
}

/** Whether the value that its artifact stores, as any side gives it, is as the intent wants it. */
export function isMet({ token, isThere }: Intent, value: unknown): boolean {
  return holds(own(value), token) === isThere;
}

/** A value of a field of the artifact `of`, as any side gives it. */
export interface Sight {
  of: number;
  fieldId: number;
  value: unknown;
}

/** Whether it shows the intent as it is wanted. A link is shown at both of its ends. */
export function isShown(intent: Intent, { of, fieldId, value }: Sight): boolean {
  if (fieldId !== intent.fieldId) return false;
  if (of === intent.at) return isMet(intent, value);
  if (String(of) !== intent.token || !isJson(value)) return false;
  const ends = value.reverse ?? value.reverse_links ?? [];
  return holds(ends, String(intent.at)) === intent.isThere;
}

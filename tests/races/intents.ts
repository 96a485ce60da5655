/**
 * What a model editor wanted for one field, in words that need none of the app's code: `token` is (or, when `isThere` is
 * false, is no longer) somewhere in the value that the server stores.
 */
export interface Intent {
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

/** Whether this value, as any side gives it, is as the intent wants it. */
export function isMet({ token, isThere }: Intent, value: unknown): boolean {
  return holds(value, token) === isThere;
}

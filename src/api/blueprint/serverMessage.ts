import * as z from 'zod/mini';
import { parseXml } from '../answers/xml';

/** `{"Message": "…"}` of Blueprint, a bare string (its 401), or the envelope of the proxy before it. */
const refusalSchema = z.union([
  z.string(),
  z.looseObject({ Message: z.string() }),
  z.looseObject({ error: z.looseObject({ message: z.string() }) }),
]);

function ofXml(text: string): string[] {
  const root = parseXml(text);
  const message = root.children.find(({ name }) => name === 'Message')?.text ?? root.text;
  return message.trim() === '' ? [] : [message.trim()];
}

function ofJson(text: string): string[] {
  const said = z.safeParse(refusalSchema, JSON.parse(text));
  if (!said.success) return [];
  const { data } = said;
  if (typeof data === 'string') return data === '' ? [] : [data];
  return 'Message' in data ? [String(data.Message)] : [data.error.message];
}

/** What the server said in a refusal (list-artifacts.md §6; the XML form is not documented, so any root is read). */
export function serverMessage(text: string, contentType: string): string[] {
  try {
    if (/\bjson\b/.test(contentType)) return ofJson(text);
    return /\bxml\b/.test(contentType) ? ofXml(text) : [];
  } catch {
    return [];
  }
}

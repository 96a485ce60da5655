import { parseXml, type XmlElement } from '~/api/answers/xml';
import type { Recording } from './recordings';

/** What the server reads of a body: elements with their texts. Declaration, comments and blanks between elements are no part of it. */
export interface SentElement {
  name: string;
  text: string;
  children: SentElement[];
}

function sent({ name, text, children }: XmlElement): SentElement {
  return { name, text: children.length > 0 ? text.trim() : text, children: children.map(sent) };
}

/**
 * The elements in the root of a body in XML; any root will do (conventions.md §9). Throws `XmlError` where it is not
 * well-formed.
 */
export function sentTree(body: string): SentElement[] {
  return parseXml(body).children.map(sent);
}

/**
 * The server could not read the body as XML (recorded: artifacts/175). Every other 400 is about what the body says, as in
 * JSON.
 */
export function isRefusedAsXml({ status, body }: Pick<Recording, 'status' | 'body'>): boolean {
  const said = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return status === 400 && /malformed xml/i.test(said);
}

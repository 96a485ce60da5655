/**
 * Bodies as Tuleap reads them in XML (conventions.md §9; recorded: artifacts/172–176): any root, lists as `item`s,
 * booleans as 1 and 0. Null, `""` and `[]` all become an empty element: XML cannot tell them apart.
 */

/** The body holds what XML has no way to write; `place` says where (`values.0.value`). */
export class XmlUnwritable extends Error {
  readonly place: string;

  constructor(message: string, place: string) {
    super(message);
    this.name = 'XmlUnwritable';
    this.place = place;
  }
}

const NAME = /^[A-Za-z_][\w.-]*$/;
/** What XML 1.0 §2.2 leaves out of its characters; half a surrogate pair has no bytes either. */
export const noXmlCharacter = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/u;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  // `]]>` may not stand in a text.
  '>': '&gt;',
  // A bare carriage return would be read as a line feed.
  '\r': '&#13;',
};

function escaped(text: string, place: string): string {
  const odd = noXmlCharacter.exec(text)?.[0];
  if (odd !== undefined) {
    const code = (odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new XmlUnwritable(`XML has no way to write the character U+${code}`, place);
  }
  return text.replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign);
}

interface Place {
  path: string;
  depth: number;
}

function indent(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function inner({ path, depth }: Place, key: string): Place {
  return { path: path === '' ? key : `${path}.${key}`, depth: depth + 1 };
}

function element(name: string, value: unknown, place: Place): string {
  if (!NAME.test(name)) {
    throw new XmlUnwritable(`XML has no element named “${name}”`, place.path);
  }
  const content = contentOf(value, place);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

/** The value, the name of its element, and its key in the body. */
type Child = readonly [value: unknown, name: string, key: string];

function elements(children: readonly Child[], place: Place): string {
  const lines = children.map(
    ([value, name, key]) => indent(place.depth + 1) + element(name, value, inner(place, key)),
  );
  return lines.length === 0 ? '' : lines.join('') + indent(place.depth);
}

function contentOf(value: unknown, place: Place): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) {
    const items = value.map((each: unknown, index): Child => [each, 'item', String(index)]);
    return elements(items, place);
  }
  if (typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
    return elements(
      pairs.map(([key, each]): Child => [each, key, key]),
      place,
    );
  }
  return escaped(String(value), place.path);
}

/**
 * `body` (what would be sent as JSON) as the XML that Tuleap reads, one element a line. Throws `XmlUnwritable` for a
 * control character, half a surrogate pair, or a key that is no name of an element.
 */
export function writeXml(body: unknown): string {
  return element('request', body, { path: '', depth: 0 });
}

/** Whether Tuleap is known to take and give this request as XML: GET, POST and PUT of artifacts (conventions.md §9). */
export function speaksXml(method: string, path: string): boolean {
  const plain = path.replace(/^\/api\/(v1\/)?/, '').replace(/[?#].*$/, '');
  if (plain === 'artifacts') return method === 'POST';
  return /^artifacts\/\d+$/.test(plain) && (method === 'GET' || method === 'PUT');
}

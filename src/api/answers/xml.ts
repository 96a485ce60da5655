/**
 * A small strict reader of XML. Not the browser's: `DOMParser` is a Trusted Types sink, repairs what it cannot read into an
 * element of the document, and knows document types with entities, which no answer of an API needs and an attacker likes.
 */

/** An element with its local name; `text` is the character data directly in it, to the letter. */
export interface XmlElement {
  name: string;
  /** The namespace that its prefix, or the default, stands for; `''` for none. */
  namespace: string;
  /** By their names as written (`i:nil`), declarations of namespaces left out. */
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

/** The text is not well-formed, or uses what is refused (a document type); `line` counts from 1. */
export class XmlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(`${message} (line ${line})`);
    this.name = 'XmlError';
    this.line = line;
  }
}

interface Open {
  element: XmlElement;
  /** As written, with the prefix: what the closing tag must repeat. */
  tag: string;
  prefixes: ReadonlyMap<string, string>;
}

interface Reading {
  text: string;
  at: number;
  open: Open[];
  root: XmlElement | undefined;
}

const NAME = /[A-Za-z_:\u00c0-\ufffd][\w:.\-\u00b7\u00c0-\ufffd]*/y;
const BLANK = /[\t\n\r ]*/y;
/** Nothing that is true of an API nests as deep; without a limit a few megabytes of `<a>` would. */
const DEEPEST = 500;

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function fail(reading: Reading, message: string): never {
  throw new XmlError(message, reading.text.slice(0, reading.at).split('\n').length);
}

function take(reading: Reading, pattern: RegExp): string {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text)?.[0] ?? '';
  reading.at += found.length;
  return found;
}

function skipTo(reading: Reading, end: string, what: string): string {
  const close = reading.text.indexOf(end, reading.at);
  if (close < 0) fail(reading, `${what} does not end`);
  const inner = reading.text.slice(reading.at, close);
  reading.at = close + end.length;
  return inner;
}

function character(reading: Reading, reference: string): string {
  const isHex = /^#x/i.test(reference);
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  if (!(code <= 0x10ffff)) fail(reading, `&${reference}; is no character`);
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

/** Character data with its references replaced and line ends as XML reads them (XML 1.0 §2.11, §4.6). */
function plain(reading: Reading, raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(#\d+|#x[\da-f]+|[a-z]+);)?/gi, (_, reference: string | undefined) => {
    if (reference === undefined) return fail(reading, 'A & stands alone');
    if (reference.startsWith('#')) return character(reading, reference);
    return entities[reference] ?? fail(reading, `&${reference}; is not known`);
  });
}

function attributesOf(reading: Reading): [string, string][] {
  const found = new Map<string, string>();
  for (;;) {
    const gap = take(reading, BLANK);
    if (/[/>]/.test(reading.text.charAt(reading.at))) return [...found];
    const name = take(reading, NAME);
    if (name === '' || gap === '') fail(reading, 'A tag is not well-formed');
    take(reading, BLANK);
    if (reading.text[reading.at++] !== '=') fail(reading, `Attribute ${name} has no value`);
    take(reading, BLANK);
    const quote = reading.text.charAt(reading.at++);
    if (quote !== '"' && quote !== "'") fail(reading, `Attribute ${name} is not quoted`);
    const value = skipTo(reading, quote, `Attribute ${name}`);
    if (value.includes('<')) fail(reading, `Attribute ${name} holds a <`);
    if (found.has(name)) fail(reading, `Attribute ${name} stands twice`);
    found.set(name, plain(reading, value));
  }
}

function prefixesOf(
  outer: ReadonlyMap<string, string>,
  attributes: readonly [string, string][],
): ReadonlyMap<string, string> {
  const declared = attributes.flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
  });
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

function attach(reading: Reading, element: XmlElement): void {
  const parent = reading.open.at(-1);
  if (parent) parent.element.children.push(element);
  else if (reading.root) fail(reading, 'There is more than one root element');
  else reading.root = element;
}

function openTag(reading: Reading): void {
  const tag = take(reading, NAME);
  if (tag === '') fail(reading, 'A < stands alone');
  const all = attributesOf(reading);
  const prefixes = prefixesOf(reading.open.at(-1)?.prefixes ?? new Map(), all);
  const [local = '', prefix = ''] = tag.split(':').reverse();
  const namespace = prefixes.get(prefix);
  if (prefix !== '' && namespace === undefined) fail(reading, `Prefix ${prefix} is not declared`);
  const element: XmlElement = {
    name: local,
    namespace: namespace ?? '',
    attributes: Object.fromEntries(all.filter(([name]) => !/^xmlns(:|$)/.test(name))),
    children: [],
    text: '',
  };
  attach(reading, element);
  const isEmpty = reading.text[reading.at] === '/';
  if (isEmpty) reading.at++;
  if (reading.text[reading.at++] !== '>') fail(reading, `Tag ${tag} is not well-formed`);
  if (isEmpty) return;
  if (reading.open.length >= DEEPEST) fail(reading, 'Elements are nested too deep');
  reading.open.push({ element, tag, prefixes });
}

function closeTag(reading: Reading): void {
  const tag = take(reading, NAME);
  take(reading, BLANK);
  if (reading.text[reading.at++] !== '>') fail(reading, `Tag ${tag} is not well-formed`);
  const open = reading.open.pop();
  if (open?.tag !== tag) fail(reading, `</${tag}> closes ${open ? `<${open.tag}>` : 'nothing'}`);
}

function addText(reading: Reading, text: string): void {
  const open = reading.open.at(-1);
  if (open) open.element.text += text;
  else if (text.trim() !== '') fail(reading, 'Text stands outside of the root element');
}

function markup(reading: Reading): void {
  const is = (start: string) => reading.text.startsWith(start, reading.at);
  const skip = (start: string, end: string, what: string) => {
    reading.at += start.length;
    return skipTo(reading, end, what);
  };
  if (is('<!--')) skip('<!--', '-->', 'A comment');
  else if (is('<![CDATA[')) addText(reading, skip('<![CDATA[', ']]>', 'A CDATA section'));
  else if (is('<?')) skip('<?', '?>', 'A processing instruction');
  else if (is('<!')) fail(reading, 'A document type is not accepted');
  else if (is('</')) {
    reading.at += 2;
    closeTag(reading);
  } else {
    reading.at += 1;
    openTag(reading);
  }
}

/**
 * The root element of `text`. Throws `XmlError` for what is not well-formed, and for a document type (so no entity of
 * somebody's own is ever expanded). Comments and processing instructions are passed over.
 */
export function parseXml(text: string): XmlElement {
  const reading: Reading = { text: text.replace(/^\ufeff/, ''), at: 0, open: [], root: undefined };
  while (reading.at < reading.text.length) {
    const next = reading.text.indexOf('<', reading.at);
    const end = next < 0 ? reading.text.length : next;
    if (end > reading.at) {
      const raw = reading.text.slice(reading.at, end);
      addText(reading, plain(reading, raw));
      reading.at = end;
    }
    if (next >= 0) markup(reading);
  }
  const left = reading.open.at(-1);
  if (left) fail(reading, `<${left.tag}> is not closed`);
  return reading.root ?? fail(reading, 'There is no element');
}

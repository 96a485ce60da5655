/** XML in and out (conventions.md §9; recordings artifacts/167–176): lists are `item`s, null is an empty element. */
import { reject } from '../http';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function element(name: string, value: unknown): string {
  return `<${name}>${content(name, value)}</${name}>`;
}

function content(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const isScalars = value.every((item) => item === null || typeof item !== 'object');
    // A list of one scalar is bare text; a longer one repeats <text>.
    if (isScalars && value.length === 1) return content(name, value[0]);
    return value.map((item) => element(isScalars ? 'text' : 'item', item)).join('');
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, inner]) => element(/^[A-Za-z_]/.test(key) ? key : 'item', inner))
      .join('');
  }
  return escaped(String(value));
}

/** `data` under the root `response`. */
export function toXml(data: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('response', data)}`;
}

interface Node {
  name: string;
  children: Node[];
  text: string;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
}

function value(node: Node): unknown {
  if (node.children.length === 0) return node.text;
  if (node.children.every((child) => child.name === 'item')) return node.children.map(value);
  return Object.fromEntries(node.children.map((child) => [child.name, value(child)]));
}

/** The root element's content as plain values; all leaves are strings. Throws the server's 400 for what is cut off. */
export function parseXml(source: string): unknown {
  const root: Node = { name: '', children: [], text: '' };
  const open: Node[] = [root];
  const tokens =
    /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)[^>]*?(\/?)>|([^<]+)/g;
  for (const [, cdata, close, name, isSelfClosed, text] of source.matchAll(tokens)) {
    const top = open.at(-1);
    if (!top) break;
    if (cdata !== undefined) top.text += cdata;
    else if (text !== undefined) top.text += plain(text);
    else if (name !== undefined && close) open.pop();
    else if (name !== undefined) {
      const node: Node = { name, children: [], text: '' };
      top.children.push(node);
      if (!isSelfClosed) open.push(node);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed && unclosed !== root) {
    return reject(`Malformed XML. Premature end of data in tag ${unclosed.name} line 1 at line 1`);
  }
  const top = root.children[0];
  return top ? value(top) : reject('Malformed XML. Document is empty at line 1');
}

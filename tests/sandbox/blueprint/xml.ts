/** XML as Blueprint prints it: its namespace, elements in alphabetical order, a list `Xs` of `X` (list-artifacts.md §5). */

const NAMESPACES =
  'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.blueprintsys.com/blueprint/api/v1"';

/** What the items of a list are called, where it is not the list's name without its `s`. */
const itemNames: Record<string, string> = { Properties: 'Property', UsersAndGroups: 'UserOrGroup' };

function escaped(text: string): string {
  return [...text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')]
    .map((char) => (char < ' ' && !'\t\n'.includes(char) ? `&#${char.charCodeAt(0)};` : char))
    .join('');
}

function content(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const item = itemNames[name] ?? name.replace(/s$/, '');
    return value.map((each) => element(item, each)).join('');
  }
  if (typeof value !== 'object' || value === null) return escaped(String(value ?? ''));
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => element(key, inner))
    .join('');
}

function element(name: string, value: unknown, attributes = ''): string {
  return `<${name}${attributes}>${content(name, value)}</${name}>`;
}

/** `data` under the root of that name. */
export function blueprintXml(root: string, data: unknown): string {
  return `<?xml version="1.0" ?>${element(root, data, ` ${NAMESPACES}`)}`;
}

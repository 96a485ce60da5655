import type { XmlElement } from '../answers/xml';

/** The namespace of every element of Blueprint's answers (list-artifacts.md §5). */
export const blueprintNamespace = 'http://www.blueprintsys.com/blueprint/api/v1';

/** Elements that stand for a JSON array: one child per item, whatever the child is called. */
const lists = new Set([
  'Artifacts',
  'Attachments',
  'Choices',
  'Comments',
  'Properties',
  'Traces',
  'UsersAndGroups',
]);

/** Numbers by their names, as text would be one too: `<Name>12</Name>` is a name. */
const isNumber = (name: string): boolean => /Id$|^Version$|^NumberValue$/.test(name);
const isFlag = (name: string): boolean => /^(Is|Are|Has)[A-Z]/.test(name);
/** Written without content where nothing is known of them. */
const isObject = (name: string, parent: string): boolean =>
  name === 'Author' || (name === 'Status' && parent === 'Artifact');

function scalar(name: string, text: string): unknown {
  const trimmed = text.trim();
  // `Number` reads '' as 0 and '0x1f' as 31; what is no number stays a text, for the schema to refuse with its path.
  if (isNumber(name) && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  if (isFlag(name) && (trimmed === 'true' || trimmed === 'false')) return trimmed === 'true';
  return text;
}

function isNil(element: XmlElement): boolean {
  return Object.entries(element.attributes).some(
    ([name, value]) => /(^|:)nil$/.test(name) && value === 'true',
  );
}

/**
 * An element as the JSON answer would have it: lists by their documented names, numbers and flags by theirs, other elements
 * with children as objects (a name that repeats becomes a list, so that nothing is lost), everything else as text.
 */
export function xmlValue(element: XmlElement, parent = ''): unknown {
  const { name, children, text } = element;
  if (isNil(element)) return null;
  if (lists.has(name)) return children.map((child) => xmlValue(child, name));
  if (children.length === 0 && !isObject(name, parent)) return scalar(name, text);
  const members = new Map<string, unknown[]>();
  for (const child of children) {
    members.set(child.name, [...(members.get(child.name) ?? []), xmlValue(child, name)]);
  }
  return Object.fromEntries(
    [...members].map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  );
}

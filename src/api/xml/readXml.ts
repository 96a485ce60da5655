import * as z from 'zod/mini';
import { parseXml, type XmlElement } from '../answers/xml';

/**
 * Answers of Tuleap in XML, read by the schema of the route: the look alone tells neither a list of one from a value, nor a
 * number from a text, nor nothing from an empty list (conventions.md §9; recorded: artifacts/167–174).
 */

type Schema = z.core.$ZodType;

function isEmpty({ children, text }: XmlElement): boolean {
  return children.length === 0 && text.trim() === '';
}

function isMember({ name }: XmlElement): boolean {
  return name === 'item' || name === 'text';
}

function members(element: XmlElement, each: (member: XmlElement) => unknown): unknown[] {
  if (isEmpty(element)) return [];
  const list = element.children.filter(isMember);
  // A list of one scalar is its bare text.
  return list.length === 0 ? [each(element)] : list.map(each);
}

/** Without a schema: by its look, every value a text. */
function look(element: XmlElement): unknown {
  const { children, text } = element;
  if (children.length === 0) return text === '' ? null : text;
  if (children.every(isMember)) return members(element, look);
  return Object.fromEntries(children.map((child) => [child.name, look(child)]));
}

function object(element: XmlElement, schema: z.ZodMiniObject): unknown {
  const shape: Record<string, Schema | undefined> = schema.def.shape;
  return Object.fromEntries(
    element.children.map((child) => {
      const inner = shape[child.name];
      return [child.name, inner ? read(child, inner) : look(child)];
    }),
  );
}

function union(element: XmlElement, options: readonly Schema[]): unknown {
  const readings = options.map((option) => [option, read(element, option)] as const);
  const fitting = readings.find(([option, value]) => z.core.safeParse(option, value).success);
  return (fitting ?? readings[0])?.[1];
}

function literal(text: string, values: readonly unknown[]): unknown {
  return values.find((value) => String(value ?? '') === text) ?? text;
}

function numberOf(text: string): unknown {
  return /^\s*[-+]?(\d|\.\d)/.test(text) ? Number(text) : text;
}

function booleanOf(text: string): unknown {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' || text === '' ? false : text;
}

function read(element: XmlElement, schema: Schema): unknown {
  const { text } = element;
  if (schema instanceof z.ZodMiniOptional) return read(element, schema.def.innerType);
  if (schema instanceof z.ZodMiniLazy) return read(element, schema.def.getter());
  if (schema instanceof z.ZodMiniNullable) {
    return isEmpty(element) ? null : read(element, schema.def.innerType);
  }
  if (schema instanceof z.ZodMiniUnion) return union(element, schema.def.options);
  if (schema instanceof z.ZodMiniArray) {
    return members(element, (member) => read(member, schema.def.element));
  }
  // An element of the other kind than the schema's is left to its look, which the schema then refuses: a union tries on.
  const isLeaf = element.children.length === 0;
  if (schema instanceof z.ZodMiniObject) return isLeaf ? look(element) : object(element, schema);
  if (!isLeaf) return look(element);
  if (schema instanceof z.ZodMiniNumber) return numberOf(text);
  if (schema instanceof z.ZodMiniBoolean) return booleanOf(text);
  if (schema instanceof z.ZodMiniLiteral) return literal(text, schema.def.values);
  if (schema instanceof z.ZodMiniString || schema instanceof z.ZodMiniEnum) return text;
  return look(element);
}

/**
 * An answer in XML as the value that its JSON would be, by `schema`; what the schema does not name is read by its look.
 * Only null, `""` and `[]` cannot be told apart. The value is not checked yet. Throws `XmlError` for what is not XML.
 */
export function readXml(text: string, schema: Schema): unknown {
  return read(parseXml(text), schema);
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readXml } from './readXml';
import { noXmlCharacter, speaksXml, writeXml, XmlUnwritable } from './writeXml';

const bodySchema = z.looseObject({
  tracker: z.looseObject({ id: z.int() }),
  values: z.array(
    z.looseObject({
      field_id: z.int(),
      value: z.string(),
      is_autocomputed: z.boolean(),
      bind_value_ids: z.array(z.int()),
      links: z.array(z.looseObject({ id: z.int(), type: z.nullable(z.string()) })),
    }),
  ),
});

/** Texts that XML can hold and that are not empty, which would be null as well. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((each) => /\S/.test(each) && !noXmlCharacter.test(each));

const body = fc.record({
  tracker: fc.record({ id: fc.nat() }),
  values: fc.array(
    fc.record({
      field_id: fc.nat(),
      value: fc.oneof(text, fc.constantFrom(' a ', 'a\r\nb', ']]>', '<b>&amp;</b>', '🌷')),
      is_autocomputed: fc.boolean(),
      bind_value_ids: fc.array(fc.nat()),
      links: fc.array(fc.record({ id: fc.nat(), type: fc.option(text) })),
    }),
  ),
});

test('A1: what is written as XML is read back by its schema as it was', () => {
  fc.assert(
    fc.property(body, (value) => {
      expect(readXml(writeXml(value), bodySchema)).toEqual(value);
    }),
  );
});

test('A1: null, an empty text and an empty list are one and the same in XML', () => {
  const empty = '<request>\n  <a/>\n</request>';
  expect(writeXml({ a: null })).toBe(empty);
  expect(writeXml({ a: '' })).toBe(empty);
  expect(writeXml({ a: [] })).toBe(empty);
});

test.each([
  [{ a: ['\u0001'] }, 'a.0'],
  [{ a: { b: '\ud800' } }, 'a.b'],
  [{ 'a b': 1 }, 'a b'],
])('A1: what XML cannot hold is refused with its place, not changed: %j', (value, place) => {
  expect(() => writeXml(value)).toThrow(XmlUnwritable);
  expect(() => writeXml(value)).toThrow(expect.objectContaining({ place }));
});

test.each([
  ['GET', '/api/artifacts/7', true],
  ['GET', '/api/artifacts/7?values_format=all', true],
  ['PUT', '/api/artifacts/7', true],
  ['POST', '/api/artifacts', true],
  ['DELETE', '/api/artifacts/7', false],
  ['GET', '/api/artifacts/7/changesets', false],
  ['GET', '/api/artifacts', false],
  ['PUT', '/api/svn/7', false],
])('A1: XML for %s %s: %s', (method, path, isXml) => {
  expect(speaksXml(method, path)).toBe(isXml);
});

import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { biteAt } from './bite';
import { headerFaults, headerNames } from './headerNames';
import { lostPaths } from './lossless';
import { errorForm, learn, neverSent, type Shape, shapeFaults } from './shape';
import { sitesOf } from './sites';
import { tableText } from './table';

const answer = () => ({ id: 1, list: [{ label: 'a', note: null, extra: 1 }] });

function bites(schema: z.ZodMiniType): string[] {
  const data = answer();
  const faults = sitesOf(schema, data).flatMap((site) => biteAt(site, { schema, data }));
  expect(data).toEqual(answer());
  return faults;
}

const item = { label: z.string(), note: z.nullable(z.string()) };

test('Truth: a schema that names its keys bites at each, and the answer is put back', () => {
  const schema = z.looseObject({ id: z.int(), list: z.array(z.looseObject(item)) });
  expect(sitesOf(schema, answer()).map(({ place }) => place)).toEqual([
    'id',
    'list',
    'list[].label',
    'list[].note',
  ]);
  expect(bites(schema)).toEqual([]);
});

test('Truth: a schema that takes anything, or falls back to a looser one, is found out', () => {
  const any = z.looseObject({ id: z.unknown(), list: z.array(z.looseObject(item)) });
  expect(bites(any)).toContain('id: any value is accepted');
  const lax = z.looseObject({ list: z.array(z.union([z.looseObject(item), z.looseObject({})])) });
  expect(bites(lax).join()).toMatch(/list\[0\]\.label renamed: accepted/);
});

test('Truth: keys and values that parsing drops or changes are named', () => {
  expect(lostPaths(answer(), answer())).toEqual([]);
  expect(lostPaths({ a: [{ b: 1, c: null }] }, { a: [{ b: 2 }] })).toEqual(['a[0].b', 'a[0].c']);
  expect(lostPaths([], {})).toEqual(['(whole answer)']);
});

function learned(...answers: unknown[]): Shape {
  const shape: Shape = new Map();
  for (const one of answers) learn(shape, one);
  return shape;
}

test('Truth: another type, an unknown key and a missing key are differences of shape', () => {
  const shape = learned(...Array.from({ length: 6 }, () => ({ id: 1, name: 'a', map: [] })));
  expect(shapeFaults(shape, { id: 2, name: 'b', map: { key: 1 } })).toEqual([]);
  expect(shapeFaults(shape, { id: '2', nome: 'b', map: [] })).toEqual([
    '.nome was never recorded',
    '.name is missing',
    '.id is string, recorded number',
  ]);
});

test('Truth: fields of two types are two places', () => {
  const entry = (type: string, value: unknown) => ({ field_id: 1, type, value });
  const shape = learned(
    ...Array.from({ length: 6 }, () => [entry('int', 1), entry('string', 'a')]),
  );
  expect(shapeFaults(shape, [entry('int', 'a')])).toEqual([
    '[](int).value is string, recorded number',
  ]);
});

test('Truth: ids of groups are texts or numbers, all others what they were recorded as', () => {
  const group = { id: '101_3', users_uri: 'user_groups/101_3/users' };
  const entry = (values: unknown[], bind_value_ids: unknown[]) => [
    { field_id: 1, type: 'sb', values, bind_value_ids },
  ];
  const shape = learned(...Array.from({ length: 6 }, () => entry([{ id: 4 }], [4])));
  expect(shapeFaults(shape, entry([group], ['101_3']))).toEqual([]);
  expect(shapeFaults(shape, entry([{ id: 4 }], ['4']))).toEqual([
    '[](sb).bind_value_ids[] is string, recorded number',
  ]);
  for (let at = 0; at < 6; at += 1) learn(shape, entry([group], [101]));
  expect(shapeFaults(shape, entry([group], ['101_3']))).toEqual([]);
  expect(shapeFaults(shape, entry([group], [true]))).toEqual([
    '[](sb).bind_value_ids(ids of groups)[] is boolean, recorded number',
  ]);
});

test('Truth: keys that come and go by right are no difference, others like them are', () => {
  const entry = (more: object) => [{ field_id: 1, type: 'text', value: 'a', ...more }];
  const html = learned(...Array.from({ length: 6 }, () => entry({})));
  expect(shapeFaults(html, entry({ commonmark: 'a' }))).toEqual([]);
  expect(shapeFaults(html, entry({ commonmarks: 'a' }))).toEqual([
    '[](text).commonmarks was never recorded',
  ]);
  const markdown = learned(...Array.from({ length: 6 }, () => entry({ commonmark: 'a' })));
  expect(shapeFaults(markdown, entry({}))).toEqual([]);
  expect(shapeFaults(markdown, entry({ commonmark: 1 }))).toHaveLength(1);
  const semantics = learned(...Array.from({ length: 6 }, () => ({ semantics: { title: {} } })));
  expect(shapeFaults(semantics, { semantics: { status: {} } })).toEqual([]);
  expect(shapeFaults(semantics, { semantics: { titel: {} } })).toHaveLength(1);
});

test('Truth: a key that comes and goes by right and never came is told of, where its like was sent', () => {
  const entry = (more: object) => [{ field_id: 1, type: 'text', value: 'a', ...more }];
  const recorded = learned(entry({}), entry({ commonmark: 'a' }), { semantics: { title: {} } });
  expect(neverSent(recorded, learned(entry({})))).toEqual(['[](text).commonmark']);
  expect(neverSent(recorded, learned(entry({}), entry({ commonmark: 'b' })))).toEqual([]);
  expect(neverSent(recorded, learned([]))).toEqual([]);
  expect(neverSent(recorded, learned({ semantics: {} }))).toEqual(['.semantics.title']);
  expect(neverSent(learned({ id: 1 }), learned({}))).toEqual([]);
});

test('Truth: header names of the API are compared, those of the way are not', () => {
  const names = headerNames([
    new Headers({ etag: '1', allow: 'GET', server: 'nginx' }),
    new Headers({ etag: '2' }),
  ]);
  expect(headerFaults(names, new Headers({ etag: '3', via: 'proxy' }))).toEqual([]);
  expect(headerFaults(names, new Headers({ location: 'x' }))).toEqual([
    'header etag is missing',
    'header location was never recorded',
  ]);
});

test('Truth: the forms of error bodies are told apart', () => {
  expect(errorForm({ error: { message: 'x', code: 400 } })).toBe('error(code,message)');
  expect(errorForm({ error: 'x' })).toBe('error:string');
  expect(errorForm('')).toBe('empty');
});

test('Truth: the table sums up', () => {
  const row = { route: 'GET /version', recorded: 2, parsed: 2, compared: 1 };
  const lines = tableText([row, row], 'route').split('\n');
  expect(lines[0]).toMatch(/^route +recorded +parsed +compared$/);
  expect(lines[3]).toMatch(/^all +4 +4 +2$/);
  expect(tableText([{ route: 'text', recorded: 1, parsed: 1 }], 'value')).toMatch(/all +1 +1 +-\n/);
});

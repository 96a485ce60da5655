import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { shapeIssues } from './shapeIssues';

const schema = z.looseObject({
  value: z.nullable(
    z.union([
      z.array(z.looseObject({ id: z.int(), label: z.string() })),
      z.looseObject({ resource: z.looseObject({ uri: z.string() }) }),
    ]),
  ),
});

function pathsOf(input: unknown): string[] {
  const result = z.safeParse(schema, input);
  return result.success ? [] : shapeIssues(result.error.issues).map((issue) => issue.path);
}

test('Truth: a wrong key inside one branch of a union is named with its whole path', () => {
  expect(pathsOf({ value: [{ id: 1, label: 'a' }, { id: 2 }] })).toEqual(['value[1].label']);
  expect(pathsOf({ value: { resource: { uri: 7 } } })).toEqual(['value.resource.uri']);
});

test('Truth: a value that fits no branch is named where the union stands', () => {
  expect(pathsOf({ value: 'text' })).toEqual(['value']);
  expect(pathsOf({})).toEqual(['value']);
});

test('Truth: an answer that is another thing altogether has the empty path', () => {
  expect(pathsOf('<html>')).toEqual(['']);
});

import { expect, test } from 'vitest';
import { filterBody } from './artifactsRequest';
import { checkFilter } from './filter';

test.each([
  '',
  "artifact-type eq 'Business Process Diagram'",
  "filter={artifact-type eq 'Business Process Diagram';}",
  "Artifact-Id eq ('1' or '2' or '3')",
  "artifact-type eq ('Actor')",
  "artifact-HasComments eq 'true'; property-'My prop' eq 1",
  "property-my2prop eq ('my name' or 'your name');",
  "property-'Created On' bi ('2026-01-01' and '2026-02-01')",
])('B1: %s is as documented', (text) => {
  expect(checkFilter(text)).toEqual([]);
});

test.each([
  ["artifact-type contains 'Actor'", 'neither “not equal” nor “contains”', 14],
  ["artifact-type ne 'Actor'", 'no documented operator', 14],
  ["artifact-id gt '3'", 'eq only', 12],
  ["name eq 'a'", 'no documented field', 0],
  ['artifact-type eq Actor', 'straight quotes', 17],
  ["artifact-type eq 'Actor", 'not closed', 17],
  ["artifact-id eq ('1' '2')", 'A list of values', 15],
  ["artifact-id eq ('1' or '2' and '3')", 'Mixing', 15],
  ["artifact-id eq ('1' or '2'", 'bracket is not closed', 15],
  ["artifact-HasComments eq ('true' or 'false')", 'takes one value', 24],
  ['artifact-id eq', 'value is missing', 12],
  ['artifact-id', 'operator is missing', 0],
  ['artifact-type eq ‘Actor’', 'Typographic', 17],
  ["filter={artifact-id eq '1'", '} is missing', 26],
  ['filter={}', 'no clause', 8],
])('B1: %s is warned about, with its place', (text, message, at) => {
  const [first] = checkFilter(text);
  expect(first?.message).toContain(message);
  expect(first?.at).toBe(at);
});

test('B1: the body is filter={…}, what was typed with it stays to the letter', () => {
  expect(filterBody("artifact-id eq '1'")).toBe("filter={artifact-id eq '1'}");
  expect(filterBody("filter={artifact-id eq '1';}")).toBe("filter={artifact-id eq '1';}");
});

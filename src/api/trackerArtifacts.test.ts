import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCriteria, encodeExpertQuery } from './trackerArtifacts';

/** PHP's stripslashes, through which the server puts both (queries.md §1): `\\` → `\`, `\0` → NUL, `\x` → `x`. */
function stripslashes(text: string): string {
  return text.replace(/\\([\s\S]?)/g, (_, char: string) => (char === '0' ? '\0' : char));
}

const hardText = fc.string({
  unit: fc.constantFrom('\\', '"', "'", '0', 'n', 'u', ' ', '\n', 'é', '😀', '/', '\0', 'a'),
});

test('TQL reaches the server’s parser as it was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), hardText), (tql) => {
      expect(stripslashes(encodeExpertQuery(tql))).toBe(tql);
    }),
  );
});

test('Criteria reach the server as the same JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(hardText, hardText), (criteria) => {
      expect(JSON.parse(stripslashes(encodeCriteria(criteria)))).toEqual(
        JSON.parse(JSON.stringify(criteria)),
      );
    }),
  );
});

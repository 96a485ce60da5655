import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { valueEntrySchema } from '~/api/artifacts/read';
import { contractOf } from '~/fields/registry';
import { fieldLaws } from '../../tests/fixtures/fieldLaws';
import { holds } from './landed';

describe.each(fieldLaws)('$name', (law) => {
  const contract = contractOf(law.field.type);
  const trace = law.trace ?? law.meaning ?? ((value: unknown) => value);
  const written = (value: unknown, base: unknown) => {
    const entry = contract.write?.(value, law.field, base);
    if (!entry) throw new Error(`${law.name} cannot be written`);
    return entry;
  };

  test('E16: what the server made of an entry holds that entry, and none that means another value', () => {
    fc.assert(
      fc.property(law.values, law.values, law.values, (value, other, base) => {
        const json = JSON.parse(JSON.stringify(law.stored(written(value, base), base)));
        const values = [z.parse(valueEntrySchema, json)];
        expect(holds(values, written(value, base), law.field)).toBe(true);
        const isOther = JSON.stringify(trace(value)) !== JSON.stringify(trace(other));
        expect(holds(values, written(other, base), law.field)).toBe(!isOther);
      }),
    );
  });
});

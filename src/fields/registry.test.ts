import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equal } from '~/lib/equal';
import { type FieldLaw, fieldLaws } from '../../tests/fixtures/fieldLaws';
import { type FieldContract, mergeField } from './contract';
import { contractOf, contracts } from './registry';

function roundTrip(contract: FieldContract, law: FieldLaw, value: unknown): unknown {
  const entry = contract.write?.(value, law.field);
  if (!entry) throw new Error(`${law.name} cannot be written`);
  const json = JSON.parse(JSON.stringify(law.stored(entry)));
  const parsed = contract.schema.parse(json);
  expect(parsed, 'the schema loses a key').toEqual(json);
  return contract.read(parsed, law.field);
}

describe.each(fieldLaws)('$name', (law) => {
  const contract = contractOf(law.field.type);

  test('Point 5: what is written comes back as it was', () => {
    fc.assert(
      fc.property(law.values, (value) => {
        expect(roundTrip(contract, law, value)).toEqual(value);
      }),
    );
  });

  test('E1: opened and written again, nothing differs', () => {
    fc.assert(
      fc.property(law.values, (value) => {
        const again = contract.write?.(roundTrip(contract, law, value), law.field);
        expect(again).toEqual(contract.write?.(value, law.field));
      }),
    );
  });

  test('Point 6: the side that did not change yields, and equal changes agree', () => {
    fc.assert(
      fc.property(law.values, law.values, (base, other) => {
        const merge = (mine: unknown, theirs: unknown) =>
          mergeField(contract, law.field, { base, mine, theirs });
        expect(merge(base, other).value).toEqual(other);
        expect(merge(other, base).value).toEqual(other);
        expect(merge(other, other)).toEqual({ outcome: 'agreed', value: other });
        expect(merge(base, base)).toEqual({ outcome: 'agreed', value: base });
      }),
    );
  });

  test('Point 6: a merge never invents: what no side has is not in it, and a conflict proposes mine', () => {
    fc.assert(
      fc.property(law.values, law.values, law.values, (base, mine, theirs) => {
        const merged = mergeField(contract, law.field, { base, mine, theirs });
        if (merged.outcome === 'conflict') expect(merged.value).toEqual(mine);
        if (merged.outcome === 'agreed') expect(equal(mine, theirs)).toBe(true);
        if (!Array.isArray(merged.value)) return;
        const all = new Set(
          [...(mine as unknown[]), ...(theirs as unknown[])].map(
            JSON.stringify as (v: unknown) => string,
          ),
        );
        for (const item of merged.value) expect(all).toContain(JSON.stringify(item));
      }),
    );
  });

  test('Point 5: a valid value is not refused', () => {
    fc.assert(
      fc.property(law.values, (value) => {
        expect(contract.validate?.(value, law.field)).toBeUndefined();
      }),
    );
  });

  test('H2: of two sets that differ, an entry came or went, and no entry stands twice', () => {
    const { toItems } = contract;
    if (!toItems) return;
    fc.assert(
      fc.property(law.values, law.values, (before, after) => {
        const keys = (value: unknown) => toItems(value, law.field).map(({ key }) => key);
        const [was, is] = [keys(before), keys(after)];
        expect(new Set(was).size).toBe(was.length);
        const isSame = was.every((key) => is.includes(key)) && was.length === is.length;
        expect(isSame).toBe(equal(before, after));
      }),
    );
  });

  test('H4: a value of an earlier version can stand in its own field', () => {
    fc.assert(
      fc.property(law.values, law.values, (earlier, now) => {
        const place = {
          now,
          from: law.field,
          to: law.field,
          isSameArtifact: true,
          artifactId: 431,
        };
        const brought = contract.bring ? contract.bring(earlier, place) : earlier;
        expect(contract.validate?.(brought, law.field)).toBeUndefined();
        if (!contract.replacesSet) expect(brought).toEqual(earlier);
      }),
    );
  });

  test('C5: the text of a value is one line, and an empty value has none', () => {
    fc.assert(
      fc.property(law.values, (value) => {
        expect(typeof contract.toText(value, law.field)).toBe('string');
      }),
    );
    expect(contract.toText(contract.read(undefined, law.field), law.field)).toBe('');
    expect(contract.toSortKey?.(contract.read(undefined, law.field), law.field) ?? null).toBeNull();
  });
});

test('Point 5: every writable type is held by the laws', () => {
  const writable = contracts.filter((contract) => contract.write).flatMap(({ types }) => types);
  expect(new Set(fieldLaws.map(({ field }) => field.type))).toEqual(new Set(writable));
});

test('X5: whatever is stored as a whole set is read again right before it is written', () => {
  const sets = contracts.filter(({ replacesSet }) => replacesSet).flatMap(({ types }) => types);
  expect(sets).toEqual(['msb', 'cb', 'tbl', 'file', 'art_link', 'perm']);
});

test('E9: each REST type belongs to one contract, and a type nobody knows to the unknown one', () => {
  const types = contracts.flatMap((contract) => contract.types);
  expect(new Set(types).size).toBe(types.length);
  expect(types).toEqual(
    expect.arrayContaining(
      'string text int float date sb rb msb cb tbl file art_link perm computed cross priority aid atid subby luby subon lud burndown burnup Encrypted ttmstepdef ttmstepexec'.split(
        ' ',
      ),
    ),
  );
  expect(contractOf('plugin_matrix').id).toBe('unknown');
  expect(contractOf('plugin_matrix').write).toBeUndefined();
});

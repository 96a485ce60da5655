import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equal } from '~/lib/equal';
import { fieldLaws } from '../../tests/fixtures/fieldLaws';
import type { FieldLaw, Sides } from '../../tests/fixtures/laws/law';
import { type FieldContract, mergeField } from './contract';
import { contractOf, contracts } from './registry';

/** What the server holds after `value` was saved over `base`. */
function stored(law: FieldLaw, value: unknown, base: unknown): unknown {
  const entry = contractOf(law.field.type).write?.(value, law.field, base);
  if (!entry) throw new Error(`${law.name} cannot be written`);
  return JSON.parse(JSON.stringify(law.stored(entry, base)));
}

function readBack({ schema, read }: FieldContract, law: FieldLaw, json: unknown): unknown {
  const parsed = schema.parse(json);
  expect(parsed, 'the schema loses a key').toEqual(json);
  return read(parsed, law.field);
}

const threeValues = ({ values }: FieldLaw): fc.Arbitrary<Sides> =>
  fc.record({ base: values, mine: values, theirs: values });

describe.each(fieldLaws)('$name', (law) => {
  const contract = contractOf(law.field.type);
  const meaning = (value: unknown) => law.meaning?.(value) ?? value;

  test('E1: what is written comes back and means the same', () => {
    fc.assert(
      fc.property(law.values, law.values, (value, base) => {
        const back = readBack(contract, law, stored(law, value, base));
        expect(meaning(back)).toEqual(meaning(value));
      }),
    );
  });

  test('E1: opened and written again, nothing differs on the server', () => {
    fc.assert(
      fc.property(law.values, law.values, (value, base) => {
        const json = stored(law, value, base);
        const opened = readBack(contract, law, json);
        expect(readBack(contract, law, stored(law, opened, opened))).toEqual(opened);
      }),
    );
  });

  test('X3: the side that did not change yields, and equal changes agree', () => {
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

  test('X3: a conflict proposes mine, and what is one thing becomes one of the two', () => {
    fc.assert(
      fc.property(threeValues(law), (sides) => {
        const { outcome, value } = mergeField(contract, law.field, sides);
        if (outcome === 'conflict') {
          expect(value).toEqual(contract.takeSide?.('mine', sides) ?? sides.mine);
        }
        if (outcome === 'agreed') expect(meaning(sides.mine)).toEqual(meaning(sides.theirs));
        if (law.parts) return;
        expect([meaning(sides.mine), meaning(sides.theirs)]).toContainEqual(meaning(value));
      }),
    );
  });

  test('X5: both people’s additions and removals are in a merge, and nothing else is', () => {
    const { parts } = law;
    if (!parts) return;
    let merges = 0;
    fc.assert(
      fc.property(law.sides ?? threeValues(law), (sides) => {
        const { outcome, value } = mergeField(contract, law.field, sides);
        if (outcome === 'conflict') return;
        if (outcome === 'merged') merges += 1;
        const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map(
          (side) => new Set(parts(side)),
        );
        const wanted = [...new Set([...(mine ?? []), ...(theirs ?? [])])].filter(
          (part) => !base?.has(part) || (mine?.has(part) && theirs?.has(part)),
        );
        expect(parts(value).toSorted()).toEqual(wanted.toSorted());
      }),
    );
    expect(merges > 0, 'two changes come together').toBe(contract.mergeBoth !== undefined);
  });

  test('E12: a valid value is not refused', () => {
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
        expect(contract.toText(value, law.field)).not.toMatch(/[\r\n]/);
      }),
    );
    expect(contract.toText(contract.read(undefined, law.field), law.field)).toBe('');
    expect(contract.toSortKey?.(contract.read(undefined, law.field), law.field) ?? null).toBeNull();
  });
});

test('E9: every writable type is held by the laws', () => {
  const writable = contracts.filter((contract) => contract.write).flatMap(({ types }) => types);
  expect(new Set(fieldLaws.map(({ field }) => field.type))).toEqual(new Set(writable));
});

test('X5: what the server stores as a whole set (artifacts.md §3) is known as one', () => {
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

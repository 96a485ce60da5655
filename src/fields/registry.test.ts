import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '~/api/trackers';
import { equal } from '~/lib/equal';
import {
  aField,
  aGroupValue,
  aListField,
  anonymousUser,
  aStaticValue,
  aUserValue,
} from '../../tests/fixtures/fields';
import { type FieldContract, mergeField, type WriteEntry } from './contract';
import { contractOf, contracts } from './registry';

/**
 * One writable type: values as a form may hold them, and what the server would give back for an entry, modelled after
 * the recordings and not after the contract.
 */
interface Law {
  name: string;
  field: Field;
  values: fc.Arbitrary<unknown>;
  stored(entry: WriteEntry): unknown;
}

const head = ({ field_id, label, type }: Field) => ({ field_id, label, type });

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const oneLine = text.map((value) => value.replace(/[\r\n]/g, ' '));
const lines = fc
  .array(text, { maxLength: 6 })
  .chain((parts) => fc.constantFrom('\n', '\r\n').map((end) => parts.join(end)));
const aDay = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const staticValues = [
  aStaticValue(101, 'Low', { value_color: 'neon-green' }),
  aStaticValue(102, 'Medium'),
  aStaticValue(103, 'High', { value_color: '#ff0000' }),
  aStaticValue(104, 'Urgent', { is_hidden: true }),
];
const people = [aUserValue(103, 'ben', 'Ben Bauer'), aUserValue(102, 'anna', 'Anna Arndt')];
const groups = [aGroupValue(129, '101_3', 'Project members'), aGroupValue(130, '102', 'Reviewers')];

function listLaw(type: string, name: string, options: typeof staticValues): Law {
  const field = aListField(type, options);
  const isMulti = type === 'msb' || type === 'cb';
  const ids = options.map((option) => option.ugroup_reference?.id ?? option.id);
  const isPeople = options.some((option) => option.user_reference);
  return {
    name: `${name} of ${String(field.bindings.type)}`,
    field,
    values: fc
      .subarray(ids, { maxLength: isMulti ? ids.length : 1 })
      .map((chosen) => chosen.map((id) => ({ id }))),
    stored(entry) {
      const written = (entry.bind_value_ids as (string | number)[]).filter((id) => id !== 100);
      if (written.length === 0 && isPeople) {
        return { ...head(field), values: [anonymousUser], bind_value_ids: [100] };
      }
      const chosen = written.map((id) => {
        const option = options.find((each) => (each.ugroup_reference?.id ?? each.id) === id);
        if (option?.ugroup_reference) return option.ugroup_reference;
        if (option?.user_reference) {
          return {
            ...anonymousUser,
            ...option.user_reference,
            display_name: option.user_reference.real_name,
            is_anonymous: false,
          };
        }
        return { id, label: option?.label, color: null, tlp_color: null, is_hidden: false };
      });
      return { ...head(field), values: chosen, bind_value_ids: written };
    },
  };
}

function textLaw(format: string): Law {
  const field = aField('text');
  return {
    name: `text in ${format}`,
    field,
    values: lines.map((content) => ({ content, format })),
    stored(entry) {
      const written = entry.value as { content: string; format: string };
      return written.format === 'commonmark'
        ? {
            ...head(field),
            value: `<p>${written.content}</p>\n`,
            format: 'html',
            commonmark: written.content,
            post_processed_value: `<p>${written.content}</p>\n`,
          }
        : {
            ...head(field),
            value: written.content,
            format: written.format,
            post_processed_value: written.content,
          };
    },
  };
}

function numberLaw(type: string, numbers: fc.Arbitrary<number>): Law {
  const field = aField(type);
  return {
    name: type,
    field,
    values: fc.option(
      numbers.map((number) => String(number)),
      { nil: '' },
    ),
    stored: (entry) => ({ ...head(field), value: entry.value === '' ? null : entry.value }),
  };
}

const dayField = aField('date', { is_time_displayed: false });
const timeField = aField('date', { is_time_displayed: true });
const stringField = aField('string');

const linkField = aField('art_link', {
  allowed_types: [
    { shortname: '_is_child', forward_label: 'Child', reverse_label: 'Parent' },
    { shortname: 'blocks', forward_label: 'Blocks', reverse_label: 'Blocked by' },
  ],
});
const linkEnds = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      type: fc.constantFrom('', '_is_child', 'blocks', 'switched_off'),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  .map((ends) => ends.sort((a, b) => a.id - b.id));

const fileField = aField('file', { max_size_upload: 67_108_864 });

function aFile(id: number) {
  return {
    id,
    submitted_by: 102,
    description: '',
    name: `run ${id}.log`,
    size: 1130 + id,
    type: 'text/plain',
    html_url: `/plugins/tracker/attachments/${id}-run%20${id}.log`,
    html_preview_url: null,
    uri: `artifact_files/${id}`,
  };
}

const laws: Law[] = [
  {
    name: 'file',
    field: fileField,
    values: fc
      .uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 6 })
      .map((ids) => ids.sort((a, b) => a - b).map(aFile)),
    stored: (entry) => ({
      ...head(fileField),
      file_descriptions: (entry.value as number[]).map(aFile),
    }),
  },
  {
    name: 'string',
    field: stringField,
    values: oneLine,
    stored: (entry) => ({ ...head(stringField), value: entry.value }),
  },
  textLaw('text'),
  textLaw('html'),
  textLaw('commonmark'),
  numberLaw('int', fc.integer()),
  numberLaw(
    'float',
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  ),
  {
    name: 'date',
    field: dayField,
    values: fc.option(aDay, { nil: '' }).map((day) => ({ text: day, offset: '' })),
    stored: (entry) => ({
      ...head(dayField),
      value: entry.value === '' ? null : `${String(entry.value)}T00:00:00+01:00`,
      is_time_displayed: false,
    }),
  },
  {
    name: 'date with a time',
    field: timeField,
    values: fc
      .tuple(aDay, fc.constantFrom('00:00', '14:05', '23:59'), fc.constantFrom('+01:00', '-05:30'))
      .map(([day, time, offset]) => ({ text: `${day}T${time}`, offset })),
    stored: (entry) => ({ ...head(timeField), value: entry.value, is_time_displayed: true }),
  },
  {
    name: 'links',
    field: linkField,
    values: linkEnds.map((forward) => ({ forward, reverse: [] })),
    stored: (entry) => ({
      ...head(linkField),
      links: (entry.links as { id: number; type: string }[]).map(({ id, type }) => ({
        id,
        uri: `artifacts/${id}`,
        tracker: { id: 5, uri: 'trackers/5', label: 'Tests', color: 'fiesta-red' },
        type: type === '' ? null : type,
      })),
      reverse_links: [],
    }),
  },
  ...(['sb', 'rb', 'msb', 'cb'] as const).flatMap((type) => [
    listLaw(type, type, staticValues),
    listLaw(type, type, people),
    listLaw(type, type, groups),
  ]),
];

function roundTrip(contract: FieldContract, law: Law, value: unknown): unknown {
  const entry = contract.write?.(value, law.field);
  expect(entry).toBeDefined();
  const json = JSON.parse(JSON.stringify(law.stored(entry as WriteEntry)));
  const parsed = contract.schema.parse(json);
  expect(parsed, 'the schema loses a key').toEqual(json);
  return contract.read(parsed, law.field);
}

describe.each(laws)('$name', (law) => {
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
  expect(new Set(laws.map(({ field }) => field.type))).toEqual(new Set(writable));
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aGroup,
  aGroupValue,
  aListField,
  anonymousUser,
  aStaticValue,
  aUser,
  aUserValue,
} from '../../../tests/fixtures/fields';
import { type FieldContract, mergeField } from '../contract';
import {
  type ChoiceValue,
  multiSelectField,
  radioField,
  selectBoxField,
  shownOption,
} from './choiceField';
import { chosenFrom, inputOptions } from './inputOptions';

const priority = aListField('sb', [
  aStaticValue(492, 'Low', { value_color: 'neon-green' }),
  aStaticValue(491, 'High', { value_color: '#ff3300' }),
  aStaticValue(493, 'Someday', { is_hidden: true }),
]);
const people = [aUserValue(103, 'ben', 'Ben Bauer'), aUserValue(102, 'anna', 'Anna Arndt')];
const reviewers = [aGroupValue(129, '101_3', 'Project members'), aGroupValue(130, '102', 'QA')];

function read(contract: FieldContract, field: typeof priority, facts: object): unknown {
  const json = { field_id: 7, type: field.type, label: 'Effort', ...facts };
  return contract.read(contract.schema.parse(json), field);
}

const low = { id: 492, label: 'Low', color: null, tlp_color: 'neon-green', is_hidden: false };

describe('reading', () => {
  test('E4: a value that the field lists is its id; label and colour are the field’s', () => {
    const value = read(selectBoxField, priority, { values: [low], bind_value_ids: [492] });
    expect(value).toEqual([{ id: 492 }]);
    expect(shownOption({ id: 492 }, priority)).toMatchObject({ label: 'Low', color: 'neon-green' });
  });

  test('E4: a renamed label is no change', () => {
    const renamed = { ...low, label: 'Minor' };
    expect(read(selectBoxField, priority, { values: [renamed], bind_value_ids: [492] })).toEqual(
      read(selectBoxField, priority, { values: [low], bind_value_ids: [492] }),
    );
  });

  test('E4: nobody, whether as an empty list or as the anonymous user with id 100, is empty', () => {
    const field = aListField('rb', people);
    expect(read(radioField, field, { values: [], bind_value_ids: [] })).toEqual([]);
    const nobody = { values: [anonymousUser], bind_value_ids: [100] };
    expect(read(radioField, field, nobody)).toEqual([]);
  });

  test('E4: a person the list does not name keeps the name that came along', () => {
    const everybody = aListField('sb', [], { bindings: { type: 'users', list: [] } });
    const facts = { values: [aUser(140, 'dora', 'Dora Diehl')], bind_value_ids: [140] };
    const [dora] = read(selectBoxField, everybody, facts) as ChoiceValue;
    expect(dora).toEqual({ id: 140, label: 'Dora Diehl', isPerson: true });
  });

  test('E4: groups are known by their REST id, not by that of the binding', () => {
    const field = aListField('sb', reviewers);
    const facts = { values: [aGroup('101_3', 'Project members')], bind_value_ids: ['101_3'] };
    const value = read(selectBoxField, field, facts);
    expect(value).toEqual([{ id: '101_3' }]);
    expect(selectBoxField.write?.(value as ChoiceValue, field).bind_value_ids).toEqual(['101_3']);
    expect(selectBoxField.toText(value as ChoiceValue, field)).toBe('Project members');
  });

  test('E4: a static group id that looks like a number is still text', () => {
    const field = aListField('sb', reviewers);
    const facts = { values: [aGroup('102', 'QA')], bind_value_ids: [102] };
    expect(read(selectBoxField, field, facts)).toEqual([{ id: '102' }]);
  });
});

test('E4: none is written as 100', () => {
  expect(selectBoxField.write?.([], priority)).toEqual({ field_id: 7, bind_value_ids: [100] });
});

test('C4: static values sort in the order of the list, people by name', () => {
  const field = aListField('sb', people);
  expect(selectBoxField.toSortKey?.([{ id: 491 }], priority)).toBe(1);
  expect(selectBoxField.toSortKey?.([{ id: 102 }], field)).toBe('anna arndt');
  expect(selectBoxField.toSortKey?.([], field)).toBeNull();
});

describe('what a control offers', () => {
  test('E4: a hidden value is offered while it is set, and said to be hidden', () => {
    expect(inputOptions([], priority).map(({ label }) => label)).toEqual(['Low', 'High']);
    expect(inputOptions([{ id: 493 }], priority).at(-1)).toMatchObject({
      label: 'Someday',
      note: 'retired',
    });
  });

  test('E4: a default of a list of everybody is kept, though the list names nobody', () => {
    const preset = [aUser(140, 'dora', 'Dora Diehl')];
    const everybody = aListField('sb', [], {
      bindings: { type: 'users', list: [] },
      default_value: preset,
    });
    expect(selectBoxField.initial?.(everybody)).toEqual([
      { id: 140, label: 'Dora Diehl', isPerson: true },
    ]);
    expect(selectBoxField.initial?.({ ...everybody, values: people })).toEqual([]);
  });

  test('V6: in another list a person is the same person, whoever else has that name', () => {
    const from = aListField('sb', people, { bindings: { type: 'users', list: [] } });
    const there = (values: typeof people, held: ChoiceValue = []) =>
      selectBoxField.bring?.([{ id: 102 }], {
        now: held,
        from,
        to: { ...from, field_id: 8, values },
        isSameArtifact: false,
        artifactId: 1,
      });
    const other = aUserValue(150, 'anna2', 'Anna Arndt');
    expect(there([other, ...people])).toEqual([{ id: 102 }]);
    expect(there([other])).toBeUndefined();
    expect(there([])).toEqual([{ id: 102, label: 'Anna Arndt', isPerson: true }]);
    const gone = { id: 102, label: 'Anna Arndt', isPerson: true };
    expect(there([other], [gone])).toEqual([gone]);
  });

  test('E4: two people of one name are told apart by their logins', () => {
    const twins = aListField('sb', [...people, aUserValue(150, 'anna2', 'Anna Arndt')]);
    expect(inputOptions([], twins).map(({ note }) => note)).toEqual([undefined, 'anna', 'anna2']);
  });

  test('E4: a set value that the field does not list survives a choice beside it', () => {
    const field = aListField('msb', people);
    const gone = { id: 999, label: 'Gone', isPerson: true };
    expect(chosenFrom(['999', '102'], [gone], field)).toEqual([{ id: 102 }, gone]);
    expect(chosenFrom(['100'], [gone], field)).toEqual([]);
  });
});

describe('merging', () => {
  const field = aListField(
    'msb',
    [1, 2, 3, 4, 5].map((id) => aStaticValue(id, `V${id}`)),
  );
  const set = fc.subarray([1, 2, 3, 4, 5]).map((ids) => ids.map((id) => ({ id })));
  const ids = (value: ChoiceValue) => value.map(({ id }) => id);

  test('X5: both people’s additions and removals survive', () => {
    const merged = mergeField(multiSelectField, field, {
      base: [{ id: 1 }, { id: 2 }],
      mine: [{ id: 2 }, { id: 4 }],
      theirs: [{ id: 1 }, { id: 2 }, { id: 3 }],
    });
    expect(merged).toEqual({ outcome: 'merged', value: [{ id: 2 }, { id: 3 }, { id: 4 }] });
  });

  test('X5: an element is there when somebody put it in, or had it and nobody took it out', () => {
    fc.assert(
      fc.property(set, set, set, (base, mine, theirs) => {
        const { value } = mergeField(multiSelectField, field, { base, mine, theirs });
        const expected = [1, 2, 3, 4, 5].filter((id) =>
          ids(base).includes(id)
            ? ids(mine).includes(id) && ids(theirs).includes(id)
            : ids(mine).includes(id) || ids(theirs).includes(id),
        );
        expect(ids(value)).toEqual(expected);
      }),
    );
  });

  test('X5: two different single choices are a conflict', () => {
    const sides = { base: [{ id: 492 }], mine: [{ id: 491 }], theirs: [] };
    expect(mergeField(selectBoxField, priority, sides).outcome).toBe('conflict');
  });
});

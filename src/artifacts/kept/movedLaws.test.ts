import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Field } from '~/api/trackers';
import { sourceOf } from '~/fields/contract';
import { equal } from '~/lib/equal';
import { readingsOf } from '~/saving/draft/draftState';
import { fieldLaws } from '../../../tests/fixtures/fieldLaws';
import type { FieldLaw, Sides } from '../../../tests/fixtures/laws/law';
import { reopenedOver, twinOf, versionIn } from '../../../tests/fixtures/moved';
import { beSignedIn } from '../../../tests/fixtures/signedIn';

beforeEach(beSignedIn);

/** Ids of a list's own values: the other tracker has others for the same words. */
const ownIds = ({ values, bindings }: Field) => Array.isArray(values) && bindings.type === 'static';

const idThere = (id: number | string) => (id === 100 ? id : Number(id) + 5000);

/** The field of the other tracker, its list in another order. */
function fieldThere(field: Field): Field {
  const { values } = field;
  if (!ownIds(field) || !Array.isArray(values)) return twinOf(field);
  const moved = values.map((value) => ({ ...value, id: Number(idThere(Number(value.id))) }));
  return twinOf(field, { values: moved.toReversed() });
}

interface Ids {
  bind_value_ids?: (number | string)[];
}

/** What the server holds once `value` was saved over `base`. */
function entryOf({ field, stored }: FieldLaw, value: unknown, base: unknown): Ids {
  const [reading] = readingsOf(versionIn(11, 10, [[field, null]])).values();
  const sent = reading?.contract.write?.(value, field, base);
  if (!sent) throw new Error(`${field.type} cannot be written`);
  const text = JSON.stringify(stored(sent, base));
  const entry: Ids = JSON.parse(text);
  return entry;
}

/** The same with the ids of the other tracker, as a move leaves it. */
function entryThere(law: FieldLaw, value: unknown, base: unknown): Ids {
  const { bind_value_ids: ids, ...entry } = entryOf(law, value, base);
  if (!ids) return entry;
  return { ...entry, bind_value_ids: ownIds(law.field) ? ids.map(idThere) : ids };
}

const meaningOf = ({ meaning }: FieldLaw, value: unknown) => meaning?.(value) ?? value;

/** What two people made of one value, and what came of it where one of them had it moved as well. */
function afterMove(law: FieldLaw, { base, mine, theirs }: Sides) {
  const { field } = law;
  const to = fieldThere(field);
  const read = (value: unknown) => {
    const version = versionIn(12, 20, [[to, entryThere(law, value, base)]]);
    return { version, held: readingsOf(version).get(to.field_id)?.value };
  };
  const start = versionIn(11, 10, [[field, entryOf(law, base, base)]]);
  const here = readingsOf(start).get(field.field_id);
  if (!here) throw new Error('nothing was read');
  const { version, held } = read(theirs);
  const { state, reopened, left } = reopenedOver(version, start, [[field, mine]]);
  return {
    ...{ here, to, state, reopened, left, theirs: held },
    was: read(base).held,
    /** What the version holds after the next save, where nobody has to be asked before. */
    ends: state.values.get(to.field_id) ?? held,
    isMine: !equal(meaningOf(law, here.value), meaningOf(law, mine)),
  };
}

const threeValues = ({ values }: FieldLaw): fc.Arbitrary<Sides> =>
  fc.record({ base: values, mine: values, theirs: values });

/** Values that only their own field can say: they stay as text. */
const staying = new Set(['permissions', 'open list of static', 'open list of ugroups']);

describe.each(fieldLaws)('X11: two people and a move: $name', (law) => {
  const sides = law.sides ?? threeValues(law);
  const means = (value: unknown) => meaningOf(law, value);

  test('nothing of the other one’s is replaced unseen, and nothing of mine is gone', () => {
    fc.assert(
      fc.property(sides, (three) => {
        const { here, to, state, reopened, left, ends, was, theirs, isMine } = afterMove(
          law,
          three,
        );
        const { overlap } = reopened;
        for (const id of state.values.keys()) expect(id).toBe(to.field_id);
        if (overlap.length > 0) {
          // Over the older version: it is not saved before a person has chosen.
          expect(state.base.etag).toBe(versionIn(11, 10, []).etag);
          expect([...state.values]).toHaveLength(1);
          return;
        }
        const texts = [{ label: here.field.label, text: sourceOf(here, three.mine) }];
        if (left.length > 0) expect(left).toEqual(texts);
        if (!isMine || left.length > 0) expect(means(ends)).toEqual(means(theirs));
        // Both changed what is one thing, and nobody is asked: then it is the same.
        if (isMine && !law.parts && !equal(means(was), means(theirs))) {
          expect(means(ends)).toEqual(means(theirs));
        }
      }),
    );
  });

  test('what the other one put into a set stands in it, and what they took out does not', () => {
    const { parts } = law;
    if (!parts) return;
    let merged = 0;
    fc.assert(
      fc.property(sides, (three) => {
        const { reopened, left, ends, was, theirs, isMine } = afterMove(law, three);
        if (reopened.overlap.length > 0) return;
        const [before, there, end] = [was, theirs, ends].map((value) => new Set(parts(value)));
        for (const part of there ?? []) if (!before?.has(part)) expect(end).toContain(part);
        for (const part of before ?? []) if (!there?.has(part)) expect(end).not.toContain(part);
        if (isMine && left.length === 0 && !equal(was, theirs)) merged += 1;
      }),
    );
    expect(merged > 0, 'two changes come together').toBe(!staying.has(law.name));
  });

  test('it goes along where the other field can say it', () => {
    let carried = 0;
    fc.assert(
      fc.property(law.values, law.values, (base, mine) => {
        const { isMine, left, state, to } = afterMove(law, { base, mine, theirs: base });
        if (!isMine || left.length > 0) return;
        carried += 1;
        expect([...state.values.keys()]).toEqual([to.field_id]);
      }),
    );
    expect(carried > 0).toBe(!staying.has(law.name));
  });
});

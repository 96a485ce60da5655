import { expect, test } from 'vitest';
import { changeOf, type DraftState, emptyDraft } from '~/saving/draft/draftState';
import type { Saved } from '~/saving/machine/states';
import {
  anna,
  changeset,
  effort,
  field,
  regions,
  snapshot,
  title,
} from '../../../tests/fixtures/snapshots';
import { storedOtherwise } from './storedOtherwise';

const due = field(9, 'Due date', { type: 'date', is_time_displayed: false });
const plain = snapshot(10);
const base = { ...plain, fields: [...plain.fields, due] };

/** A save of these values after which the changeset holds `day` as the due date. */
function result(values: [number, unknown][], day: string) {
  const mine = changeset(12, { by: anna, second: 30, held: { effort: 8, title: 'New' } });
  const entry = { field_id: 9, type: 'date', label: 'Due date', value: `${day}T00:00:00+01:00` };
  const stored = { ...mine, values: [...mine.values, { ...entry, is_time_displayed: false }] };
  const sent: DraftState = { ...emptyDraft(base), values: new Map(values) };
  const outcome: Saved = {
    kind: 'saved',
    news: { version: base, since: [stored] },
    changeset: stored,
    overtaken: [],
    joined: [],
    how: 'answered',
    isPhantom: false,
    attempt: {
      over: base,
      change: changeOf(sent),
      condition: { kind: 'compared' },
      joined: [],
      isPhantom: false,
    },
    despite: null,
  };
  return { outcome, sent };
}

const day = (text: string): [number, unknown] => [due.field_id, { text, offset: '' }];

test('E3: a day that came back as another one is told', () => {
  const [told, ...more] = storedOtherwise(result([day('2026-12-24')], '1970-01-01'));
  expect(more).toEqual([]);
  expect(told?.field).toBe(due);
  expect([told?.sent, told?.stored]).toEqual([
    expect.stringContaining('2026'),
    expect.stringContaining('1970'),
  ]);
  expect(told?.again).toEqual({ value: { text: '2026-12-24', offset: '' } });
});

test('E11: of a set mine goes back beside what stands there, and what may not be changed does not', () => {
  const saved = result([[regions.field_id, [{ id: 201 }, { id: 203 }]]], '2026-12-24');
  const { changeset: stored } = saved.outcome;
  const values = (stored?.values ?? []).map((entry) =>
    entry.field_id === regions.field_id ? { ...entry, bind_value_ids: [202] } : entry,
  );
  const outcome = { ...saved.outcome, changeset: stored && { ...stored, values } };
  const [told] = storedOtherwise({ ...saved, outcome });
  expect(told?.again).toEqual({ value: [{ id: 201 }, { id: 202 }, { id: 203 }] });
  const fields = base.fields.map((one) => ({ ...one, permissions: ['read'] }));
  const sent = { ...saved.sent, base: { ...base, fields } };
  expect(storedOtherwise({ outcome, sent })[0]?.again).toBeNull();
});

test('E3: what came back as it was sent is not told, blanks at the ends aside', () => {
  const sent: [number, unknown][] = [day('2026-12-24'), [effort.field_id, '8']];
  expect(storedOtherwise(result([...sent, [title.field_id, 'New ']], '2026-12-24'))).toEqual([]);
});

import { expect, test } from 'vitest';
import type { Field, Workflow } from '~/api/trackers';
import { aGroupValue, aListField } from '../../../tests/fixtures/fields';
import { field, snapshot } from '../../../tests/fixtures/snapshots';
import { createDraft } from '../draft/draft';
import { decidersOf, offerOf, problemsBeside, problemsOf } from './rules';

const choice = (id: number, label: string) => ({ id, label, is_hidden: false, value_color: '' });
const list = (id: number, label: string, labels: readonly string[], more: Partial<Field> = {}) =>
  field(id, label, {
    type: 'sb',
    bindings: { type: 'static', list: [] },
    values: labels.map((text, index) => choice(id * 10 + index, text)),
    ...more,
  });

// Values by place: Status New 200, Open 201, Closed 202; Product A 210, B 211; Version 1 220, 2 221.
const status = list(20, 'Status', ['New', 'Open', 'Closed']);
const product = list(21, 'Product', ['A', 'B']);
const version = list(22, 'Version', ['1', '2']);
const starts = field(23, 'Start', { type: 'date', is_time_displayed: false });
const ends = field(24, 'End', { type: 'date', is_time_displayed: false });
const title = field(25, 'Title', { type: 'string', required: true });

const workflow: Workflow = {
  field_id: 20,
  is_used: '1',
  is_legacy: false,
  is_advanced: false,
  rules: {
    dates: [{ source_field_id: 23, target_field_id: 24, comparator: '≤' }],
    lists: [
      { source_field_id: 21, source_value_id: 210, target_field_id: 22, target_value_id: 220 },
      { source_field_id: 21, source_value_id: 211, target_field_id: 22, target_value_id: 221 },
    ],
  },
  transitions: [
    { id: 1, from_id: null, to_id: 200 },
    { id: 2, from_id: 200, to_id: 201 },
    { id: 3, from_id: 201, to_id: 202 },
  ],
};

interface Held {
  status?: number;
  product?: number;
  version?: number;
}

function draftOver(held: Held, fields = [status, product, version, starts, ends, title]) {
  const base = snapshot(10);
  const entry = (of: Field, id: number | undefined) => ({
    field_id: of.field_id,
    type: of.type,
    label: of.label,
    values: [],
    bind_value_ids: id === undefined ? [] : [id],
  });
  const values = [
    entry(status, held.status),
    entry(product, held.product),
    entry(version, held.version),
  ];
  return createDraft({ ...base, fields, artifact: { ...base.artifact, values } });
}

const ids = (problems: ReadonlyMap<number, string>) => [...problems.keys()];

test('X3: a transition is judged from the value that stands on the server, and the possible ones are named', () => {
  const draft = draftOver({ status: 200 });
  draft.set(status, [{ id: 202 }]);
  expect(problemsOf(draft.state(), workflow).get(20)).toBe(
    'From New the workflow does not lead to Closed. Possible: Open.',
  );
  draft.set(status, [{ id: 201 }]);
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([]);
  const closed = draftOver({ status: 202 });
  closed.set(status, [{ id: 201 }]);
  expect(problemsOf(closed.state(), workflow).get(20)).toContain('Nothing leads on from there.');
});

test('X3: a status without a value goes where a new artifact may begin; nothing is asked when it stays', () => {
  const draft = draftOver({});
  draft.set(status, [{ id: 200 }]);
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([]);
  draft.set(status, [{ id: 201 }]);
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([20]);
  expect(ids(problemsOf(draftOver({ status: 202 }).state(), workflow))).toEqual([]);
});

test('X3: a workflow that is switched off or cannot be read asks nothing', () => {
  const draft = draftOver({ status: 200 });
  draft.set(status, [{ id: 202 }]);
  expect(ids(problemsOf(draft.state(), { ...workflow, is_used: '0' }))).toEqual([]);
  expect(ids(problemsOf(draft.state(), null))).toEqual([]);
});

test('X4: a value that does not go with another field is told at the dependent field, with what does', () => {
  const draft = draftOver({ product: 210, version: 220 });
  draft.set(product, [{ id: 211 }]);
  expect(problemsOf(draft.state(), workflow).get(22)).toBe(
    '1 does not go with Product B. Possible: 2.',
  );
  draft.set(version, [{ id: 221 }]);
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([]);
});

test('X4: where the dependent field cannot be changed it is told at the other; what stood so before is not', () => {
  const frozen = { ...version, permissions: ['read'] };
  const draft = draftOver({ product: 210, version: 220 }, [status, product, frozen]);
  draft.set(product, [{ id: 211 }]);
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([21]);
  const odd = draftOver({ product: 210, version: 221 });
  odd.set(title, 'New');
  expect(ids(problemsOf(odd.state(), workflow))).toEqual([]);
});

test('E10: what is told at one field of two is known at the other one', () => {
  const draft = draftOver({ product: 210, version: 220 });
  const beside = (id: number) =>
    problemsBeside(draft.state(), workflow, id).map(({ fieldId }) => fieldId);
  expect([21, 22, 23, 24].map(beside)).toEqual([[], [], [], []]);
  draft.set(product, [{ id: 211 }]);
  draft.set(starts, { text: '2026-12-24', offset: '' });
  draft.set(ends, { text: '2026-12-23', offset: '' });
  expect([21, 22, 23, 24].map(beside)).toEqual([[22], [], [], [23]]);
});

test('X3: two times that the tracker compares, by their minutes, whatever their zones', () => {
  const timed = [starts, ends].map((one) => ({ ...one, is_time_displayed: true }));
  const told = (comparator: string, moments: [string, string]) => {
    const draft = draftOver({}, timed);
    timed.forEach((one, at) => {
      const moment = moments[at] ?? '';
      draft.set(one, { text: moment.slice(0, 16), offset: moment.slice(16) });
    });
    const dates = [{ source_field_id: 23, target_field_id: 24, comparator }];
    const compared = { ...workflow, rules: { ...workflow.rules, dates } };
    return [...problemsOf(draft.state(), compared).values()];
  };
  const day: [string, string] = ['2026-12-24T09:00+01:00', '2026-12-24T17:00+01:00'];
  const zones: [string, string] = ['2026-12-25T00:30+09:00', '2026-12-24T20:00+01:00'];
  const same: [string, string] = ['2026-12-24T17:00+01:00', '2026-12-24T11:00-05:00'];
  for (const comparator of ['<', '≤', '≠']) expect(told(comparator, day)).toEqual([]);
  expect(told('>', day)).toEqual(['Start must be after End.']);
  expect(told('≥', day)).toEqual(['Start must be after or the same as End.']);
  expect(told('=', day)).toEqual(['Start must be the same as End.']);
  expect(told('≤', zones)).toEqual([]);
  for (const comparator of ['=', '≤', '≥']) expect(told(comparator, same)).toEqual([]);
  expect(told('≠', same)).toEqual(['Start must be other than End.']);
  expect(told('<', same)).toEqual(['Start must be before End.']);
});

test('X3: two dates that the tracker compares', () => {
  const draft = draftOver({});
  draft.set(starts, { text: '2026-12-24', offset: '' });
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([]);
  draft.set(ends, { text: '2026-12-23', offset: '' });
  expect(problemsOf(draft.state(), workflow).get(23)).toBe(
    'Start must be before or the same as End.',
  );
  draft.set(ends, { text: '2026-12-24', offset: '' });
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([]);
});

test('X3: a value that is wrong by itself is told with the rules', () => {
  const draft = draftOver({ status: 200 });
  draft.set(title, 'x');
  draft.set(title, ' ');
  draft.set(status, [{ id: 202 }]);
  expect(ids(problemsOf(draft.state(), workflow)).toSorted()).toEqual([20, 25]);
});

function offered(draft: ReturnType<typeof draftOver>, of: Field, rules: Workflow = workflow) {
  const offer = offerOf(draft.state(), rules, of.field_id);
  const values = Array.isArray(of.values) ? of.values : [];
  return {
    labels: values.filter(({ id }) => offer?.allows(id) ?? true).map(({ label }) => label),
    why: offer?.why,
    decider: offer?.decider?.label,
  };
}

test('E11: only where a transition leads is offered, from the value that the server holds', () => {
  const draft = draftOver({ status: 200 });
  const fromNew = {
    labels: ['New', 'Open'],
    why: 'From New the workflow leads to Open.',
    decider: undefined,
  };
  expect(offered(draft, status)).toEqual(fromNew);
  draft.set(status, [{ id: 201 }]);
  expect(offered(draft, status)).toEqual(fromNew);
  expect(offered(draftOver({ status: 202 }), status)).toMatchObject({
    labels: ['Closed'],
    why: 'From Closed the workflow leads nowhere else.',
  });
  for (const off of ['', '0'])
    expect(offered(draft, status, { ...workflow, is_used: off }).labels).toHaveLength(3);
});

test('E11: a new artifact begins only where the workflow does; one without a beginning limits nothing', () => {
  const blank = createDraft({ fields: [status] });
  const offer = (transitions: Workflow['transitions']) =>
    offerOf(blank.state(), { ...workflow, transitions }, 20);
  expect(offer(workflow.transitions)?.why).toBe('A new one begins at New.');
  expect([200, 201].map((id) => offer(workflow.transitions)?.allows(id))).toEqual([true, false]);
  expect(offer([{ id: 3, from_id: 201, to_id: 202 }])).toBe(undefined);
});

test('E10: a list offers what goes with another, says what else there is, and names the field to change', () => {
  const draft = draftOver({ product: 210 });
  expect(offered(draft, version)).toEqual({
    labels: ['1'],
    why: 'Only what goes with Product A. 2 goes with B.',
    decider: 'Product',
  });
  draft.set(product, [{ id: 211 }]);
  expect(offered(draft, version).labels).toEqual(['2']);
  draft.set(product, []);
  expect(offered(draft, version)).toEqual({
    labels: [],
    why: 'Only what goes with Product None. 1 goes with A. 2 goes with B.',
    decider: 'Product',
  });
  expect(offered(draft, product).why).toBe(undefined);
});

test('E10: a rule names a group by its binding, a draft by the group itself', () => {
  const team = aListField(
    'sb',
    [aGroupValue(129, '101_3', 'Members'), aGroupValue(130, '129', 'QA')],
    {
      field_id: 22,
      label: 'Team',
    },
  );
  const rules = [
    { source_field_id: 21, source_value_id: 210, target_field_id: 22, target_value_id: 129 },
    { source_field_id: 21, source_value_id: 211, target_field_id: 22, target_value_id: 130 },
  ];
  const flow = { ...workflow, rules: { dates: [], lists: rules } };
  const draft = draftOver({ product: 210 }, [status, product, team, title]);
  draft.set(team, [{ id: '101_3' }]);
  expect(ids(problemsOf(draft.state(), flow))).toEqual([]);
  const offer = offerOf(draft.state(), flow, team.field_id);
  expect(['101_3', '129', 129].map((id) => offer?.allows(id))).toEqual([true, false, false]);
  expect(offer?.why).toBe('Only what goes with Product A. QA goes with B.');
  draft.set(team, [{ id: '129' }]);
  expect(problemsOf(draft.state(), flow).get(22)).toBe(
    'QA does not go with Product A. Possible: Members.',
  );
  // The other way round: what a group goes with.
  const turned = [
    { source_field_id: 22, source_value_id: 129, target_field_id: 21, target_value_id: 210 },
  ];
  const back = { ...workflow, rules: { dates: [], lists: turned } };
  draft.set(team, [{ id: '101_3' }]);
  draft.set(product, [{ id: 211 }]);
  expect(problemsOf(draft.state(), back).get(21)).toBe(
    'B does not go with Team Members. Possible: A.',
  );
});

test('E10: where only the other field can be changed, the problem stands there', () => {
  const fixed = { ...version, permissions: ['read', 'create'] };
  const draft = draftOver({ product: 210, version: 220 }, [status, product, fixed, title]);
  draft.set(product, [{ id: 211 }]);
  expect(ids(problemsOf(draft.state(), workflow))).toEqual([21]);
});

test('E10: with no value nothing goes but what a rule says, and None is called so', () => {
  const emptied = draftOver({ product: 210, version: 220 });
  emptied.set(product, []);
  expect(problemsOf(emptied.state(), workflow).get(22)).toBe(
    '1 does not go with Product None. Nothing goes with it: choose another Product.',
  );
  emptied.set(version, []);
  expect(ids(problemsOf(emptied.state(), workflow))).toEqual([]);
  const [rule] = workflow.rules.lists;
  if (!rule) throw new Error('no rule');
  const none = [
    { ...rule, source_value_id: 100 },
    { ...rule, target_value_id: 100 },
    { ...rule, source_value_id: 211, target_value_id: 221 },
  ];
  const nulled = { ...workflow, rules: { ...workflow.rules, lists: none } };
  const draft = draftOver({});
  draft.set(version, [{ id: 221 }]);
  expect(problemsOf(draft.state(), nulled).get(22)).toBe(
    '2 does not go with Product None. Possible: 1.',
  );
  draft.set(product, [{ id: 210 }]);
  expect(problemsOf(draft.state(), nulled).get(22)).toBe(
    '2 does not go with Product A. Possible: None.',
  );
});

test('E10: a field listens to those that decide about it, and a field without rules to none', () => {
  expect(decidersOf(workflow, 22)).toEqual([22, 21]);
  expect(decidersOf(workflow, 21)).toEqual([21, 22]);
  expect(decidersOf(workflow, 20)).toEqual([20]);
  expect(decidersOf(workflow, 23)).toEqual([23, 24]);
  expect(decidersOf(workflow, 25)).toEqual([]);
  expect(decidersOf(null, 20)).toEqual([]);
});

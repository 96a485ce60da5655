import { expect, test } from 'vitest';
import type { Field, Workflow } from '~/api/trackers';
import { aGroupValue, aListField } from '../../../tests/fixtures/fields';
import {
  draftOver,
  ends,
  ids,
  product,
  starts,
  status,
  title,
  version,
  workflow,
} from '../../../tests/fixtures/setups/ruledTracker';
import { createDraft } from '../draft/draft';
import { decidersOf, offerOf, problemsBeside, problemsOf } from './rules';

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

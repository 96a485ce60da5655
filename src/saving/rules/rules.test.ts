import { expect, test } from 'vitest';
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
import { problemsOf } from './rules';

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

import { expect, test } from 'vitest';
import {
  anna,
  ben,
  changeset,
  effort,
  type Held,
  regions,
  snapshot,
  title,
} from '../../tests/fixtures/snapshots';
import { createDraft } from './draft/draft';
import { conditionOf } from './machine/condition';
import type { Saved } from './machine/states';
import { mergeBackOf, overwrittenFields } from './mergeBack';

/** Anna saved `mine` over `snapshot(10)`, in the second in which ben had saved `bens`. */
function savedOver(bens: Held, mine: Held, more: Partial<Saved> = {}): Saved {
  const over = snapshot(10);
  const sent = { effort, regions, title };
  const change = {
    values: Object.keys(mine).map((name) => ({
      field_id: sent[name as keyof typeof sent].field_id,
    })),
  };
  const attempt = { over, condition: conditionOf(over), change, joined: [], isPhantom: false };
  return {
    kind: 'saved',
    news: { version: snapshot(10, { ...bens, ...mine }), since: [] },
    changeset: changeset(12, { by: anna, second: 10, held: { ...bens, ...mine } }),
    overtaken: [changeset(11, { by: ben, second: 10, held: bens })],
    joined: [],
    how: 'answered',
    isPhantom: false,
    attempt,
    despite: null,
    ...more,
  };
}

const draft = createDraft(snapshot(10)).state();

test('X8: only a field that both wrote differently is replaced', () => {
  const both = { effort: 8, title: 'Mine' };
  expect(overwrittenFields(savedOver({ effort: 13, regions: [203] }, both))).toEqual([effort]);
  expect(overwrittenFields(savedOver({ effort: 8 }, both))).toEqual([]);
  expect(overwrittenFields(savedOver({}, both, { overtaken: [] }))).toEqual([]);
});

test('X8: their addition to a set that mine was written over is lost, their removal too', () => {
  expect(overwrittenFields(savedOver({ regions: [203] }, { regions: [202] }))).toEqual([regions]);
  expect(overwrittenFields(savedOver({ regions: [203] }, { regions: [202, 203] }))).toEqual([]);
});

test('X8: nothing to put back where reading back failed', () => {
  const unread = savedOver({ effort: 13 }, { effort: 8 }, { news: null });
  expect(mergeBackOf(unread, draft)).toBeNull();
});

test('X8: a field that may no longer be changed is named, but cannot be put back', () => {
  const saved = savedOver({ effort: 13 }, { effort: 8 });
  const version = snapshot(10, { effort: 8 });
  const frozen = { ...version, fields: [{ ...effort, permissions: ['read'] }] };
  const now = { ...saved, news: { version: frozen, since: [] } };
  expect(overwrittenFields(now)).toHaveLength(1);
  expect(mergeBackOf(now, draft)).toBeNull();
});

test('X8: what was typed since the save is what is merged with theirs', () => {
  const saved = savedOver({ effort: 13 }, { effort: 8 });
  const typing = createDraft(snapshot(10, { effort: 8 }));
  typing.set(effort, '21');
  typing.setComment({ body: 'Later.', format: 'commonmark' });
  const back = mergeBackOf(saved, typing.state());
  expect(back?.draft.values.get(effort.field_id)).toBe('21');
  expect(back?.draft.comment.body).toBe('Later.');
  expect(mergeBackOf(saved, draft)?.draft.values.get(effort.field_id)).toBe('8');
});

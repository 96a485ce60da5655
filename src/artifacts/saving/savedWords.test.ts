import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { emptyDraft } from '~/saving/draft/draftState';
import { conditionOf } from '~/saving/machine/condition';
import type { Saved } from '~/saving/machine/states';
import { anna, changeset, snapshot } from '../../../tests/fixtures/snapshots';
import { savedWords } from './savedWords';

const base = snapshot(10);
const request = { method: 'PUT', path: '/api/artifacts/431' };

/** A save without a clear answer that was found, of which something is missing. */
function found(more: Partial<Saved>, isTakenBack: boolean): string {
  const facts = { joined: [], isPhantom: false };
  const attempt = { over: base, condition: conditionOf(base), change: { values: [] }, ...facts };
  const outcome: Saved = {
    ...{ kind: 'saved', how: 'found', news: { version: base, since: [] }, attempt, ...facts },
    changeset: changeset(12, { by: anna, second: 10, held: {} }),
    ...{ overtaken: [], despite: null, ...more },
  };
  const sent = emptyDraft(base);
  const others = { others: [], isBehind: false, again: null };
  return savedWords({ outcome, sent, isTakenBack, ...others });
}

test.each<[string, Partial<Saved>]>([
  ['its comment is stored', { how: 'commented' }],
  [
    'links are missing',
    { despite: new ApiError('http', 'No such link', { request, status: 400 }) },
  ],
])('E16: nothing of a discarded save is said to stand in the form where %s', (_, more) => {
  expect(found(more, false)).toMatch(/changeset 12\..* stand here/);
  expect(found(more, true)).toMatch(/changeset 12\.$/);
});

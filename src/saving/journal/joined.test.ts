import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { beginSession, endSession, scope } from '~/api/session';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { anna, changeset, field, snapshot } from '../../../tests/fixtures/snapshots';
import { afterSave, emptyDraft } from '../draft/draftState';
import { rebaseSets } from '../rebaseSets';
import { saveArtifact } from '../saveArtifact';
import { saveJobOf } from '../saveJob';
import type { News } from '../saveMachine';
import { readJournal, sidesOf } from './journal';
import { journaledSave } from './journaled';
import { openTries, resumed } from './resume';

withStorage();
beforeEach(() => {
  const connection = { id: 'x', label: 'X', url: '', color: 'teal', kind: 'tuleap' } as const;
  const person = { id: 102, username: 'anna', realName: 'Anna' };
  beginSession({ connection, person }, { way: 'accessKey', key: 'tlp-k1-1.secret' });
  onTestFinished(() => void endSession());
});

const regions = field(4, 'Regions', {
  type: 'msb',
  bindings: { type: 'static', list: [] },
  values: [201, 202, 203].map((id) => ({
    ...{ id, label: `V${id}`, is_hidden: false, value_color: '' },
  })),
});
const over = (second: number, ids: number[]) => {
  const version = snapshot(second, { regions: ids });
  const fields = version.fields.map((one) => (one.field_id === 4 ? regions : one));
  return { ...version, fields };
};

const base = over(10, [201]);
const comment = { body: 'Said once', format: 'commonmark' } as const;
const sent = { ...emptyDraft(base), values: new Map([[4, [{ id: 201 }, { id: 203 }]]]), comment };
const bens = changeset(11, { by: { ...anna, id: 103 }, second: 20, held: { regions: [201, 202] } });
const joined = { regions: [201, 202, 203] };
const mine = changeset(12, { by: anna, second: 30, held: joined, comment: 'Said once' });

/** Anna adds one region while Ben had added another; after the write she reads, or her tab is killed. */
function save(isKilled: boolean) {
  const reads: News[] = [
    { version: over(20, [201, 202]), since: [bens] },
    { version: over(30, joined.regions), since: [bens, mine] },
  ];
  let isWritten = false;
  const port = {
    read: () => {
      const news = reads.shift();
      return news && !(isKilled && isWritten) ? Promise.resolve(news) : new Promise<News>(() => {});
    },
    write: async () => {
      isWritten = true;
    },
  };
  const done = journaledSave(sent, (onWrite) =>
    saveArtifact(saveJobOf(sent, 102), port, { onWrite }),
  );
  return { done, isWritten: () => isWritten };
}

test('E16: a save that was put together is found by what went out after its tab was killed', async () => {
  const { isWritten } = save(true);
  await expect.poll(isWritten).toBe(true);
  const tries = await openTries(431, 0);
  const found = resumed(sent, tries, { version: over(30, joined.regions), since: [bens, mine] });
  expect(found?.changeset.id).toBe(12);
  // What is left of the draft says nothing twice, and takes nothing of Ben's away.
  const version = over(30, joined.regions);
  const left = found && afterSave(sent, found.sent, version);
  expect(left?.comment.body).toBe('');
  expect(left && rebaseSets(left, version)?.values).toEqual([]);
});

test('A7: an undo of a save that was put together leaves what others added', async () => {
  await save(false).done;
  const [entry] = (await readJournal(scope())).entries;
  expect(entry).toMatchObject({ outcome: 'landed', changeset: 12 });
  const { before } = await sidesOf(scope(), entry?.id ?? '');
  expect(before).toEqual(new Map([[4, [{ id: 201 }, { id: 202 }]]]));
});

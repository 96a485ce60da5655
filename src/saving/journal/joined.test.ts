import { beforeEach, expect, test } from 'vitest';
import { scope } from '~/api/session';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { anna, ben, changeset, effort, regions, snapshot } from '../../../tests/fixtures/snapshots';
import { type DraftState, emptyDraft } from '../draft/draftState';
import type { News } from '../machine/states';
import { type SavePort, saveArtifact } from '../saveArtifact';
import { saveJobOf } from '../saveJob';
import { readJournal, sidesOf } from './journal';
import { journaledSave } from './journaledSave';
import { openTries, resumed } from './resume';

/** A save whose set was put together with what Ben had added to the same one: base APAC, Ben adds EU, Anna adds US. */

withStorage();
beforeEach(beSignedIn);

const [APAC, EU, US] = [201, 202, 203];
const me = anna.id ?? 0;
const comment = { body: 'Added the US.', format: 'text' as const };
const base = snapshot(10, { regions: [APAC] });
const bens = changeset(11, { by: ben, second: 20, held: { regions: [APAC, EU] } });
const together: News = {
  version: snapshot(20, { regions: [APAC, EU] }),
  since: [bens],
};
const landed = changeset(12, {
  ...{ by: anna, second: 30, comment: comment.body },
  held: { regions: [APAC, EU, US] },
});
const after: News = {
  version: snapshot(30, { regions: [APAC, EU, US] }),
  since: [bens, landed],
};

const typed: DraftState = {
  ...emptyDraft(base),
  values: new Map([[regions.field_id, [{ id: APAC }, { id: US }]]]),
  comment,
};

/** Saves in a browser whose tab is killed within the write, or not. */
async function save({ isKilled }: { isKilled: boolean }): Promise<void> {
  const reads = [together, after];
  await new Promise<void>((resolve, reject) => {
    const port: SavePort = {
      read: async () => reads.shift() ?? Promise.reject(new Error('one read too many')),
      write: () => {
        if (!isKilled) return Promise.resolve(null);
        resolve();
        return new Promise(() => {});
      },
    };
    journaledSave(typed, (onWrite) => saveArtifact(saveJobOf(typed, me), port, { onWrite })).then(
      () => resolve(),
      reject,
    );
  });
}

const theEntry = async () => (await readJournal(scope())).entries[0];

test('E16: a save that was put together is found by what went out after its tab was killed: its comment is not sent twice', async () => {
  await save({ isKilled: true });
  const wanted = { profile: scope(), artifactId: 431, landedSince: 0 };
  const tries = (await openTries(wanted)) ?? [];
  const found = resumed(typed, { tries, me }, after);
  expect(found?.changeset.id).toBe(landed.id);
  // All of what was typed was in it: nothing of the draft is left to send.
  expect(found?.sent).toEqual(typed);
  const more = { ...typed, values: new Map([...typed.values, [effort.field_id, '8']]) };
  expect(resumed(more, { tries, me }, after)?.sent.values).toEqual(typed.values);
});

test('A7: the journal holds the request that was sent, and an undo of it leaves what Ben added', async () => {
  await save({ isKilled: false });
  const entry = await theEntry();
  expect(entry?.request.body).toMatchObject({
    values: [{ field_id: regions.field_id, bind_value_ids: [APAC, EU, US] }],
  });
  expect(entry?.changes).toMatchObject([{ before: 'APAC, EU', after: 'APAC, EU, US' }]);
  const { before } = await sidesOf(scope(), entry?.id ?? '');
  expect(before).toEqual(
    new Map([
      [
        regions.field_id,
        [expect.objectContaining({ id: APAC }), expect.objectContaining({ id: EU })],
      ],
    ]),
  );
});

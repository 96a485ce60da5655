import { afterEach, beforeEach, expect, test } from 'vitest';
import { scope } from '~/api/session';
import { exportKept } from '~/kept/inventory';
import { sealKept } from '~/kept/lock';
import type { Slot } from '~/kept/record';
import { closeLocks } from '~/kept/sealing';
import { Seat } from '~/kept/seat';
import { keep } from '~/kept/store';
import type { JournalEntry } from '~/saving/journal/entry';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { beSignedIn } from '../../tests/fixtures/signedIn';
import { giveLocks, ModelLocks } from '../../tests/fixtures/webLocks';
import { prepareUndo } from './prepareUndo';

withStorage();
beforeEach(beSignedIn);
afterEach(() => {
  closeLocks([]);
  giveLocks(undefined);
});

const entry: JournalEntry = {
  ...{ schema: 1, id: 'a', at: 1, server: 'X', place: 'artifact', subject: 431, name: 'req #431' },
  ...{ title: '', request: { method: 'PUT', path: 'artifacts/431', body: null }, comment: '' },
  ...{ changes: [], outcome: 'landed', changeset: 12, message: '' },
};

const slotOf = (): Slot => ({ kind: 'drafts', profile: scope(), id: 'artifact 431' });

test('A7: an undo is never written over a draft that lies behind a passphrase', async () => {
  const parts = new Map([['head', 'sealed']]);
  await keep(slotOf(), { changed: parts, all: () => parts });
  await sealKept(scope(), 'correct horse battery');
  closeLocks([]);
  const before = await exportKept();
  await expect(prepareUndo(entry)).rejects.toThrow(/behind your passphrase. Unlock it first/);
  expect(await exportKept()).toEqual(before);
});

test('A7: an undo is never put before a tab that is editing', async () => {
  const locks = new ModelLocks();
  giveLocks(locks.tab().locks);
  new Seat(slotOf(), () => {}).take();
  giveLocks(locks.tab().locks);
  await expect(prepareUndo(entry)).rejects.toThrow('You are editing this artifact in another tab.');
});

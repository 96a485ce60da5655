import { expect, test } from 'vitest';
import { writing } from '~/kept/database';
import type { Profile } from '~/kept/record';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import type { JournalEntry } from './entry';
import { MOST, readJournal } from './journal';

withStorage();

const profile: Profile = ['acme', 102];

function entryAt(at: number): JournalEntry {
  return {
    ...{ schema: 1, id: `entry ${at}`, at, server: 'Acme', place: 'other', subject: 0, name: '' },
    ...{ title: '', request: { method: 'PUT', path: 'x', body: null }, changes: [], comment: '' },
    ...{ outcome: 'landed', changeset: null, message: '' },
  };
}

test('A7: the oldest entries beyond the limit go, and are not counted among those that cannot be read', async () => {
  const bodies = Array.from({ length: MOST + 3 }, (_, at) => entryAt(at));
  await writing(async (store) => {
    const [server, user] = profile;
    const place = { kind: 'journal', server, user, part: 'head', at: 1 };
    for (const body of bodies) await store.put({ ...place, id: body.id, body });
    await store.put({ ...place, id: 'odd', body: 'of another version' });
  });
  const first = await readJournal(profile);
  expect(first).toMatchObject({ unread: 1, locked: 0, trouble: null });
  expect(first.entries.map(({ at }) => at)).toEqual(
    bodies
      .map(({ at }) => at)
      .toReversed()
      .slice(0, MOST),
  );
  expect(await readJournal(profile)).toEqual(first);
});

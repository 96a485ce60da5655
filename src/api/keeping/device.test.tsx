import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginSession, endAllSessions, endSession, type Session } from '../session';
import { forgetOnDevice, keepOnDevice } from './device';
import { startKeeping } from './keep';

const session: Session = {
  connection: { id: 'here', label: 'Here', url: '', color: 'teal', kind: 'tuleap' },
  person: { id: 102, username: 'anna', realName: 'Anna Berger' },
};
const key = (secret: string) => ({ way: 'accessKey', key: `tlp-k1-7.${secret}` }) as const;
const NAME = 'parterre.vault.here 102';
const passphrase = 'four words in a row';

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await startKeeping();
});
afterEach(() => endAllSessions());

/** Sealing is under way in the browser's own threads: enough turns that its end would be seen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1_000_000));
  }
}

test('C7: a sign-out while the sign-in is being sealed leaves no vault behind', async () => {
  beginSession(session, key('first'), 'device');
  await keepOnDevice('here 102', passphrase);
  expect(localStorage.getItem(NAME)).not.toBeNull();
  beginSession(session, key('renewed'));
  endSession();
  await settle();
  expect(localStorage.getItem(NAME)).toBeNull();
});

test('C7: a renewed sign-in is sealed anew', async () => {
  beginSession(session, key('first'), 'device');
  await keepOnDevice('here 102', passphrase);
  const before = localStorage.getItem(NAME);
  beginSession(session, key('renewed'));
  await settle();
  expect(localStorage.getItem(NAME)).not.toBeNull();
  expect(localStorage.getItem(NAME)).not.toBe(before);
});

test.each([
  ['here', () => forgetOnDevice('here 102')],
  ['in another tab', () => localStorage.removeItem(NAME)],
])('Z9: a vault that was wiped %s does not come back with a renewed sign-in', async (_, wipe) => {
  beginSession(session, key('first'), 'device');
  await keepOnDevice('here 102', passphrase);
  wipe();
  beginSession(session, key('renewed'));
  await settle();
  expect(localStorage.getItem(NAME)).toBeNull();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginSession, currentSession, endAllSessions, endSession, type Session } from '../session';
import { chooseKeep, keepChoice } from './choice';
import { startKeeping } from './keep';

const session: Session = {
  connection: { id: 'here', label: 'Here', url: '', color: 'teal', kind: 'tuleap' },
  person: { id: 102, username: 'anna', realName: 'Anna Berger' },
};
const other: Session = { ...session, connection: { ...session.connection, id: 'there' } };
const credentials = { way: 'accessKey', key: 'tlp-k1-7.secretsecret' } as const;

const stored = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  endAllSessions();
});

test('C7: in memory, nothing is written anywhere', async () => {
  await startKeeping();
  beginSession(session, credentials);
  expect(stored()).not.toContain('secret');
});

test('C7: kept in this tab, a reload goes on with every profile; signing out removes its own', async () => {
  await startKeeping();
  beginSession(other, credentials, 'memory');
  beginSession({ ...other, person: { ...other.person, id: 103 } }, credentials, 'tab');
  beginSession(session, credentials, 'tab');
  expect(JSON.stringify({ ...localStorage })).not.toContain('secret');
  const kept = sessionStorage.getItem('parterre.session') ?? '';
  endAllSessions();
  expect(sessionStorage.getItem('parterre.session')).toBeNull();
  sessionStorage.setItem('parterre.session', kept);
  await startKeeping();
  expect(currentSession()).toEqual(session);
  endSession();
  expect(JSON.parse(sessionStorage.getItem('parterre.session') ?? '')).toMatchObject([
    { session: { connection: { id: 'there' }, person: { id: 103 } } },
  ]);
});

test('C7: a renewed session is kept as before', async () => {
  await startKeeping();
  beginSession(session, credentials, 'tab');
  beginSession(session, { way: 'accessKey', key: 'tlp-k1-8.renewed' });
  expect(sessionStorage.getItem('parterre.session')).toContain('renewed');
});

test('C2: the password of Basic is never stored, wherever the sign-in before was kept', async () => {
  await startKeeping();
  beginSession(session, credentials, 'tab');
  beginSession(session, { way: 'basic', username: 'anna', password: 'a secret one' });
  expect(stored()).not.toContain('secret');
  beginSession(other, { way: 'basic', username: 'anna', password: 'a secret one' }, 'tab');
  expect(stored()).not.toContain('secret');
});

test('C7: the chosen way is remembered, and is no secret', () => {
  expect(keepChoice()).toBe('memory');
  chooseKeep('device');
  expect(keepChoice()).toBe('device');
  localStorage.setItem('parterre.keep', 'elsewhere');
  expect(keepChoice()).toBe('memory');
});

test.each(['', '{', '[{"session":{}}]', 'null', '[{"session":null,"credentials":{"way":"x"}}]'])(
  'C7: what stands in storage as %s begins no session',
  async (text) => {
    sessionStorage.setItem('parterre.session', text);
    await startKeeping();
    expect(currentSession()).toBeNull();
  },
);

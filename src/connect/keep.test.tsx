import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginSession, currentSession, endSession, type Session } from '~/api/session';
import { chooseKeep, startKeeping } from './keep';

const session: Session = {
  connection: { id: 'here', label: 'Here', url: '', color: 'teal', kind: 'tuleap' },
  person: { id: 102, username: 'anna', realName: 'Anna Berger' },
};
const key = 'tlp-k1-7.secretsecret';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  endSession();
});

test('C7: in memory, nothing is written anywhere', () => {
  startKeeping();
  beginSession(session, { way: 'accessKey', key });
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('secret');
});

test('C7: kept in this tab, a reload goes on with the session; signing out removes it', () => {
  chooseKeep('tab');
  startKeeping();
  beginSession(session, { way: 'accessKey', key });
  expect(JSON.stringify({ ...localStorage })).not.toContain('secret');
  const kept = sessionStorage.getItem('parterre.session') ?? '';
  endSession();
  expect(sessionStorage.getItem('parterre.session')).toBeNull();
  sessionStorage.setItem('parterre.session', kept);
  startKeeping();
  expect(currentSession()).toEqual(session);
});

test.each(['', '{', '{"session":{}}', 'null', '{"session":null,"credentials":{"way":"x"}}'])(
  'C7: what stands in storage as %s begins no session',
  (text) => {
    sessionStorage.setItem('parterre.session', text);
    startKeeping();
    expect(currentSession()).toBeNull();
  },
);

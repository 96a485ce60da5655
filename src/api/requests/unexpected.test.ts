import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { signOut } from '../signIn/signOut';
import { forgetUnexpected, noteUnexpected, unexpectedShapes } from './unexpected';

const issues = [{ path: 'user_id', message: 'expected number' }];
const everything = () => JSON.stringify(unexpectedShapes());

beforeEach(forgetUnexpected);

test.each([
  ['POST', '/api/tokens', { user_id: '102', token: '3f9a0c77e1b2' }, []],
  ['POST', '/api/tokens', { user_id: '102', value: '3f9a0c77e1b2' }, []],
  ['POST', '/api/access_keys', { id: 'x', name: '3f9a0c77e1b2' }, []],
  ['DELETE', '/api/tokens/3f9a0c77e1b2', { odd: true }, []],
  ['GET', '/api/users/self', { repeats: 'the 3f9a0c77e1b2' }, ['3f9a0c77e1b2']],
  ['GET', '/api/jwt', { token: '3f9a0c77e1b2' }, []],
])('C7: no secret stands among the unexpected shapes: %s %s %j', (method, path, part, secrets) => {
  noteUnexpected({ method, path }, { issues, part, secrets });
  expect(unexpectedShapes()).toHaveLength(1);
  expect(everything()).not.toContain('3f9a0c');
});

test('C7: signing out forgets what was unexpected: the next person does not read it', async () => {
  noteUnexpected({ method: 'GET', path: '/api/projects' }, { issues, part: { id: 'one' } });
  expect(everything()).toContain('"path":"user_id"');
  await signOut(new QueryClient());
  expect(unexpectedShapes()).toEqual([]);
});

import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { plainSettings } from '../../../tests/fixtures/svnSettings';
import { explainSvnRefusal } from './svnRefusal';

const request = { method: 'PUT', path: '/api/svn/1' };

function refusal(sentence: string, status = 400) {
  const error = new ApiError('http', sentence, { request, status, serverMessages: [sentence] });
  const { byPart, rest } = explainSvnRefusal(error, {
    ...plainSettings,
    email_notifications: [
      ...plainSettings.email_notifications,
      { path: '/tags', emails: [], users: [107], user_groups: [] },
    ],
  });
  return [...byPart.keys(), ...rest.map(() => 'rest')];
}

test('N10: what the server refuses stands at its part (recorded texts of svn/26–48)', () => {
  expect(refusal('`settings[immutable_tags][whitelist][0]` is required.')).toEqual(['whitelist']);
  expect(refusal('Invalid value specified for `settings[immutable_tags][paths]`')).toEqual([
    'paths',
  ]);
  expect(refusal('`settings[access_file]` is required')).toEqual(['access_file']);
  expect(refusal('`settings[email_notifications][1][path]` is required.')).toEqual([
    'notification /tags',
  ]);
  expect(refusal('One notification path or more are not unique: /trunk')).toEqual([
    'notification /trunk',
  ]);
  expect(refusal('One email or more are not unique for path: /trunk')).toEqual([
    'notification /trunk',
  ]);
  expect(refusal('User 107 is neither active nor restricted.')).toEqual(['notification /tags']);
  expect(refusal('The list of paths or allowed paths is too big and cannot be saved')).toEqual([
    'whitelist',
  ]);
});

test('N10: a sentence that names no part, and every other status, stays a sentence', () => {
  expect(refusal('Something else')).toEqual(['rest']);
  expect(refusal('User must be SVN admin to do this action', 403)).toEqual(['rest']);
});

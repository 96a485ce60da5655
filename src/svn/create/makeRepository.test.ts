import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import type { NewRepository } from '~/api/svn';
import { freshSettings } from '~/saving/svn/svnForm';
import { svnSnapshot } from '../../../tests/fixtures/svnSettings';
import { makeRepository } from './makeRepository';

const request = { method: 'POST', path: '/api/svn' };
const wanted: NewRepository = {
  projectId: 122,
  name: 'hydraulics',
  settings: freshSettings,
  layout: [],
};
const repository = svnSnapshot();

function refusing(error: ApiError, found: typeof repository | undefined | ApiError) {
  return makeRepository(wanted, {
    create: () => Promise.reject(error),
    find: () => (found instanceof ApiError ? Promise.reject(found) : Promise.resolve(found)),
  });
}

function http(status: number, said: string): ApiError {
  return new ApiError('http', said, { request, status, serverMessages: [said] });
}

test('N1: the two causes of a 409 are told apart (svn/15, 16)', async () => {
  const taken = http(409, 'Repository name is already used in this project.');
  expect(await refusing(taken, undefined)).toMatchObject({ kind: 'taken', repository: undefined });
  expect(await refusing(taken, repository)).toMatchObject({ kind: 'taken', repository });
  const invalid = http(409, 'Repository name is invalid.  Must start by a letter');
  expect(await refusing(invalid, undefined)).toMatchObject({ kind: 'refused' });
});

test('N1: when no clear answer came, the repository is looked for', async () => {
  const timeout = new ApiError('network', 'No answer', { request, reason: 'timeout' });
  expect(await refusing(timeout, repository)).toMatchObject({ kind: 'made', how: 'found' });
  expect(await refusing(timeout, undefined)).toMatchObject({ kind: 'unknown', search: 'notFound' });
  expect(await refusing(timeout, timeout)).toMatchObject({ kind: 'unknown', search: 'failed' });
  expect(await refusing(http(500, 'x'), undefined)).toMatchObject({ kind: 'refused' });
  expect(await refusing(http(502, 'x'), undefined)).toMatchObject({ kind: 'unknown' });
});

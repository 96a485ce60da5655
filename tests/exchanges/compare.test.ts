import { expect, test } from 'vitest';
import { openWorld } from '../sandbox/doors/node';
import { compareRoute, faultsOf, known, questionOf } from './compare';
import type { Recording } from './recordings';
import { subjectsOf } from './subjects';

interface Facts {
  status?: number;
  query?: string;
  request?: { headers?: Record<string, string>; body?: unknown };
  headers?: Record<string, string>;
  body?: unknown;
}

function recorded(line: string, facts: Facts = {}): Recording {
  const [method = 'GET', path = ''] = line.split(' ');
  const { status = 200, query = '', request = {}, headers = {}, body = '' } = facts;
  return {
    file: line,
    method,
    path,
    query: new URLSearchParams(query),
    request: { headers: new Headers(request.headers), body: request.body },
    status,
    headers: new Headers({ 'content-type': 'application/json', expires: '0', ...headers }),
    body,
  };
}

const error = (message: string, more = {}) => ({ error: { code: 400, message, ...more } });
const allow = { allow: 'OPTIONS, PUT' };

test('Truth: a refusal for the recorded reason comes at the recorded moment', () => {
  const late = recorded('PUT artifacts/1', {
    status: 400,
    headers: allow,
    body: error('Bad: Field 7'),
  });
  const answer = (body: unknown, headers = {}) =>
    faultsOf(late, known([late]), recorded('', { status: 400, body, headers }));
  expect(answer(error('Bad: Field 9'), allow)).toEqual([]);
  expect(answer(error('Bad: Field 9')).join()).toMatch(/allow is missing.*not as recorded/);
  // Another reason, which nobody recorded: it says nothing of the moment, but of all other headers.
  expect(answer(error('Bad: `values` is required.'))).toEqual([]);
  expect(answer(error('Bad: `values` is required.'), { etag: '1' })).toEqual([
    'header etag was never recorded',
  ]);
});

test('Truth: where both moments were recorded, the same reason still has only its own', () => {
  const early = recorded('PUT artifacts/1', { status: 400, body: error('Bad: early') });
  const late = recorded('PUT artifacts/1', {
    status: 400,
    headers: allow,
    body: error('Bad: late'),
  });
  const answer = recorded('', { status: 400, body: error('Bad: early'), headers: allow });
  expect(faultsOf(early, known([early, late]), answer)).toEqual([
    'header allow is not as recorded with the same refusal',
  ]);
});

test('Truth: a plain refusal may stand for a translated one of another reason; any other form may not', () => {
  const translated = recorded('GET trackers/1', {
    status: 404,
    body: error('Not Found', { i18n_error_message: 'This tracker is deleted' }),
  });
  const facts = known([translated]);
  const answer = (body: unknown) =>
    faultsOf(translated, facts, recorded('', { status: 404, body }));
  expect(answer(error('Not Found'))).toEqual([]);
  expect(answer({ error: { message: 'Not Found' } })).toEqual(['error form error(message)']);
  const plain = recorded('GET trackers/1', { status: 404, body: error('Not Found') });
  const odd = recorded('', { status: 404, body: error('Not Found', { i18n_error_messages: [] }) });
  expect(faultsOf(plain, known([plain]), odd)).toEqual([
    'error form error(code,i18n_error_messages,message)',
  ]);
});

test('Truth: an answer that was recorded without its headers says nothing of them', () => {
  const bare = recorded('GET trackers/1', { body: { id: 1 } });
  bare.headers.delete('expires');
  const answer = recorded('', { body: { id: 2 }, headers: { ...allow, etag: '1' } });
  expect(faultsOf(bare, known([bare]), answer)).toEqual([]);
  const whole = recorded('GET trackers/1', { body: { id: 1 } });
  expect(faultsOf(whole, known([whole]), answer)).toEqual([
    'header allow was never recorded',
    'header etag was never recorded',
  ]);
});

const asked = (recording: Recording, door = openWorld()) =>
  questionOf(recording, subjectsOf(door), door);

test('Truth: what no world of the sandbox can be brought to is not asked', async () => {
  for (const status of [429, 500, 502, 503]) {
    expect(await asked(recorded('GET artifacts/11', { status }))).toBeUndefined();
    expect(await asked(recorded('POST artifact_temporary_files', { status }))).toBeUndefined();
  }
  expect(await asked(recorded('GET artifact_files/7', { status: 403 }))).toBeUndefined();
  expect(await asked(recorded('GET users/self', { status: 403 }))).toBeUndefined();
  // Refused by the route, not for a wrong key.
  expect(await asked(recorded('GET trackers/7', { status: 401, headers: allow }))).toBeUndefined();
});

/** The faults of answers recorded elsewhere, with ids that the sandbox does not have. */
async function faults(recording: Recording): Promise<string[]> {
  const headers = [...recording.headers.keys()];
  const { compared, faults } = await compareRoute([recording], openWorld());
  expect(compared).toBe(1);
  return faults.filter((fault) => !/^header/.test(fault) || headers.includes('allow'));
}

test('Truth: ids of another server are ours in the question, whoever asks', async () => {
  const own = recorded('GET users/30113/membership', {
    query: 'scope=project&format=id',
    body: [],
  });
  expect(await faults(own)).toEqual([]);
  const body = { error: { code: 403, message: "Forbidden: Cannot see other's membership" } };
  const others = recorded('GET users/555/membership', { status: 403, query: 'format=id', body });
  expect(await faults(others)).toEqual([]);
  const wanted = { shortname: 'acme', label: 'Acme', is_public: true, template_id: 77_115 };
  const project = recorded('POST projects', {
    status: 204,
    query: 'dry_run=true',
    request: { body: wanted },
  });
  expect(await faults(project)).toEqual([]);
});

test('Truth: a 401 is for no good key, or for a file of somebody else', async () => {
  const none = { error: { code: 401, message: 'Unauthorized' } };
  const theirs = {
    error: { code: 401, message: 'Unauthorized: This file does not belong to you' },
  };
  const file = { name: 'a', mimetype: 't', content: 'eA==', offset: 2 };
  for (const body of [none, theirs]) {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const facts = { status: 401, body, request: { body: file } };
      expect(await faults(recorded(`${method} artifact_temporary_files/7`, facts))).toEqual([]);
    }
  }
  for (const line of [
    'POST artifact_temporary_files',
    'GET artifacts',
    'DELETE artifacts/7',
    'GET svn/7',
  ]) {
    const facts = { status: 401, body: none, query: 'query={"id":[1]}', request: { body: file } };
    expect(await faults(recorded(line, facts)), line).toEqual([]);
  }
});

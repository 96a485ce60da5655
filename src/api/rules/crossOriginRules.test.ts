import { expect, test, vi } from 'vitest';
import { isCrossOrigin } from '../requests/origin';
import { whyRefusedAcrossOrigins } from './crossOriginRules';

const key = { Accept: 'application/json', 'X-Auth-AccessKey': 'tlp-k1-1.abc' };
const json = { ...key, 'Content-Type': 'application/json' };

test('D1: a server is cross-origin when its address is not that of this page', () => {
  vi.stubGlobal('location', new URL('https://parterre.example.org/projects'));
  expect(isCrossOrigin({ url: '' })).toBe(false);
  expect(isCrossOrigin({ url: 'https://parterre.example.org' })).toBe(false);
  expect(isCrossOrigin({ url: 'https://tuleap.example.org' })).toBe(true);
  expect(isCrossOrigin({ url: 'http://parterre.example.org' })).toBe(true);
});

// As recorded in tuleap-exchanges/cors, then the routes that conventions.md §3 adds from the source.
test.each([
  ['GET', 'projects'],
  ['GET', 'projects/129/trackers?limit=50'],
  ['GET', 'artifacts/123/changesets'],
  ['PUT', 'artifacts/123'],
  ['GET', 'users/102'],
  ['GET', 'users/self/artifacts'],
  ['GET', 'users/102/access_keys'],
  ['PUT', 'user_groups/103/users'],
  ['GET', 'user_groups/129_3'],
  ['GET', 'tracker_workflow_transitions'],
  ['GET', 'crosstracker_query'],
])('D1: %s %s may be asked from another origin', (method, path) => {
  expect(whyRefusedAcrossOrigins(method, path, method === 'GET' ? key : json)).toBeNull();
});

test.each([
  ['GET', 'users/self'],
  ['PATCH', 'users/self/preferences'],
  ['GET', 'user_groups/129_3/users?limit=50'],
  ['PUT', 'user_groups/129_3/users'],
  ['GET', 'users/102/membership'],
  ['GET', 'trackers/50/used_artifact_links?limit=1000'],
  ['GET', 'projects/129/banner'],
  ['GET', 'projects/129/header_background'],
  ['GET', 'project_fields'],
  ['PATCH', 'tracker_workflow_transitions/7'],
  ['PUT', 'tracker_workflow_transitions/7/actions'],
  ['POST', 'crosstracker_query'],
  ['POST', 'invitations'],
])('D1: %s %s is never asked from another origin, and it is said why', (method, path) => {
  expect(whyRefusedAcrossOrigins(method, path, key)).toMatch(/^\w/);
});

test.each(['If-Match', 'If-Unmodified-Since', 'If-None-Match', 'X-HTTP-Method-Override'])(
  'D1: the header %s is never sent to another origin',
  (name) => {
    expect(whyRefusedAcrossOrigins('PUT', 'artifacts/1', { ...json, [name]: '1' })).toContain(
      name.toLowerCase(),
    );
  },
);

test('D1: a read without credentials asks for no permission, so every route is open to it', () => {
  expect(whyRefusedAcrossOrigins('GET', 'project_fields', { Accept: 'application/json' })).toBe(
    null,
  );
});

import { expect, test } from 'vitest';
import { subjectOf } from './subject';

const places = { server: 'https://tuleap.example.com', root: '/parterre', here: '/artifacts/431' };

function about(href: string, text = 'x') {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  link.textContent = text;
  return subjectOf(link, places);
}

test.each([
  ['/parterre/artifacts/12', { kind: 'artifact', id: 12 }],
  ['https://tuleap.example.com/users/ben', { kind: 'person', login: 'ben' }],
  ['https://tuleap.example.com/users/b%C3%A9n', { kind: 'person', login: 'bén' }],
])('V3: %s is about something', (href, subject) => {
  expect(about(href)).toEqual(subject);
});

test('V3: where nothing stands before our paths, an artifact is known as well', () => {
  const link = document.createElement('a');
  link.setAttribute('href', '/artifacts/12');
  expect(subjectOf(link, { ...places, root: '/' })).toEqual({ kind: 'artifact', id: 12 });
});

test('V3: a revision is known by its words only', () => {
  const href = 'https://tuleap.example.com/goto?key=rev&val=12&group_id=101';
  expect(about(href, 'rev #12')).toEqual({ kind: 'revision', name: 'rev #12' });
});

test.each([
  '/parterre/artifacts/431',
  '/parterre/artifacts/12?changeset=9',
  '/parterre/artifacts/12/x',
  '/parterre/trackers/12',
  'https://evil.example/users/ben',
  'https://tuleap.example.com/users/',
  'https://tuleap.example.com/users/%zz',
  'https://[',
  '',
])('V3: of %j nothing is told', (href) => {
  expect(about(href)).toBeNull();
});

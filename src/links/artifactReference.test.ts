import { expect, test } from 'vitest';
import { readReference, referencedArtifact } from './artifactReference';

test.each([
  ['12', 12],
  ['#12', 12],
  [' art #12 ', 12],
  ['req#431', 431],
  ['bug #12', 12],
  ['all_fields # 20376', 20376],
  ['https://tuleap.example.com/plugins/tracker/?aid=431', 431],
  ['https://tuleap.example.com/goto?key=art&val=77', 77],
  ['https://here.example/parterre/artifacts/640', 640],
  ['/artifacts/640?tab=comments', 640],
])('L2: %s names an artifact', (text, id) => {
  expect(referencedArtifact(text)).toBe(id);
});

test.each([
  '',
  'Release 12',
  'export of 10,000 rows',
  '0',
  '#0',
  '12345678901',
  'https://tuleap.example.com/plugins/tracker/?tracker=81',
  'https://tuleap.example.com/trackers/81',
  'javascript:alert(12)',
  'rev #12',
  'Revision #12',
  'wiki#12',
  'project #101',
  'proj #101',
  'tracker #81',
  'tag #3',
  'img #3',
  'im #3',
  'plugin #3',
  'cc #3',
  'dossier #3',
  'release #12',
  'https://',
])('L2: "%s" names none', (text) => {
  expect(referencedArtifact(text)).toBeNull();
});

test.each([
  ['https://tuleap.example.com/plugins/tracker/?aid=431', 'tuleap.example.com'],
  ['http://tuleap.example.com:8080/artifacts/431', 'tuleap.example.com:8080'],
  ['//tuleap.example.com/artifacts/431', 'tuleap.example.com'],
  ['#431', null],
  ['/artifacts/431', null],
])('L2: the host that %s names', (text, host) => {
  expect(readReference(text)).toEqual({ id: 431, host });
});

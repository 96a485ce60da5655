import { expect, test } from 'vitest';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { asCurl, asJson, asMarkdown } from './copyTexts';

const connection = {
  id: 'here',
  label: 'Here',
  url: 'https://tuleap.example.com',
  color: 'teal',
  kind: 'tuleap',
} as const;

const base = snapshot(10, { title: 'Export [draft]', description: 'One\ntwo', effort: 5 });

test('V8: as Markdown a link stands above the values, empty ones are left out', () => {
  const text = asMarkdown(base, 'https://here.example/artifacts/431');
  expect(text).toContain('](<https://here.example/artifacts/431>)');
  expect(text).toContain('\\[draft\\]');
  expect(text).toContain('**Description**\n\nOne\ntwo');
  expect(text).toContain('- **Effort:** 5');
  expect(text).not.toContain('Regions');
});

test('V8: as JSON all that the server said is there, but for the structure of the tracker', () => {
  const content = JSON.parse(asJson(base));
  expect(content.values).toEqual(base.artifact.values);
  expect(content.tracker).not.toHaveProperty('fields');
});

test('V8: as curl the secret is a variable', () => {
  beSignedIn();
  const text = asCurl(base, connection);
  expect(text).toContain("'https://tuleap.example.com/api/artifacts/");
  expect(text).toContain('$X_AUTH_ACCESSKEY');
  expect(text).not.toMatch(/tlp-k1/);
});

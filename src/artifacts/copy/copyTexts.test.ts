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

const base = snapshot(10, {
  title: 'Export [draft] of *all*',
  description: 'One **bold**\ntwo',
  effort: 5,
  regions: [201, 203],
});

test('V8: as Markdown a link stands above the values, each reads as it is, empty ones are left out', () => {
  expect(asMarkdown(base, 'https://here.example/artifacts/431')).toBe(
    `# [${[
      'req #431 Export \\[draft\\] of \\*all\\*](<https://here.example/artifacts/431>)',
      '',
      '- **Title:** Export \\[draft\\] of \\*all\\*',
      '- **Effort:** 5',
      '',
      '**Description**',
      '',
      'One **bold**',
      'two',
      '',
      '- **Regions:**',
      '  - APAC',
      '  - US',
      '- **Rank:** 7',
      '',
    ].join('\n')}`,
  );
  expect(asMarkdown(snapshot(10, { effort: null }), 'https://here.example')).not.toContain(
    'Effort',
  );
});

test('V8: a plain text reads in Markdown as it was written, whatever its lines begin with', () => {
  const plain = '# 5 pumps\n- not *one*\n    2. of them\n\n1999 was dry\n<b> &lt;';
  const values = (base.artifact.values ?? []).map((entry) =>
    entry.label === 'Description'
      ? {
          field_id: 3,
          type: 'text',
          label: 'Description',
          value: plain,
          post_processed_value: '',
          format: 'text',
        }
      : entry,
  );
  const text = asMarkdown(
    { ...base, artifact: { ...base.artifact, values } },
    'https://here.example',
  );
  expect(text).toContain(
    [
      '**Description**',
      '',
      '\\# 5 pumps\\',
      '\\- not \\*one\\*\\',
      '2\\. of them',
      '',
      '1999 was dry\\',
      '\\<b\\> \\&lt;',
      '',
    ].join('\n'),
  );
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

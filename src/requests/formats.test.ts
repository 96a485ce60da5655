import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inFormat } from './formats';
import type { ShownRequest } from './shownRequest';

const shown: ShownRequest = {
  method: 'PUT',
  url: 'https://tuleap.example.org/api/artifacts/7',
  path: '/api/artifacts/7',
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: '{"values":[{"field_id":1,"value":"x"}]}',
  cut: 0,
};

const hostile = [
  "it's",
  "'; exit 3; '",
  '$(exit 3) `id` $HOME !!',
  '\\',
  "\\'",
  'two\nlines\r\nand "quotes"',
  '@/etc/passwd',
  '--next http://evil.example',
  '</script><!-- $\u007bx} `id`',
  '\u2028\u2029\u0000\ud800',
  'ünïcode 漢字 🌷',
  '%s %n {a,b}[1-9] * ? ~ # & | > <',
];

function textOf(request: ShownRequest, format: 'curl' | 'fetch'): string {
  const formed = inFormat(request, format);
  return 'text' in formed ? formed.text : formed.why;
}

/** What `sh` makes of a command: its words, as the program would get them. */
function wordsInShell(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
  const env = { X_AUTH_ACCESSKEY: 'filled in', PATH: '/usr/bin:/bin' };
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
}

test.each(hostile)('A1: curl gets %j to the letter from a shell', (text) => {
  const body = JSON.stringify({ values: [{ field_id: 1, value: text }] });
  const url = `https://tuleap.example.org/api/x?query=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`;
  const words = wordsInShell(textOf({ ...shown, url, body }, 'curl'));
  expect(words.slice(0, 4)).toEqual(['--request', 'PUT', '--globoff', url]);
  expect(words.at(-2)).toBe('--data-raw');
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(JSON.parse(body));
});

test('A1: a masked header becomes a variable that the shell fills in, an empty one stays', () => {
  const headers = { 'x-auth-accesskey': '•••', 'x-empty': '', 'if-match': "it's" };
  const words = wordsInShell(textOf({ ...shown, headers, body: null }, 'curl'));
  expect(words).toContain('x-auth-accesskey: filled in');
  expect(words).toContain('x-empty;');
  expect(words).toContain("if-match: it's");
});

test.each([...hostile, '{"__proto__":1}', 'not JSON'])(
  'A1: fetch gets %j to the letter from JavaScript',
  async (text) => {
    const sent: [string, { method: string; body: string; headers: object }][] = [];
    const fetch = (...call: (typeof sent)[number]) => sent.push(call);
    const isJson = text.startsWith('{') || text === 'not JSON';
    const body = isJson ? text : JSON.stringify({ values: [{ value: text }], [text]: null });
    const headers = { 'if-match': text };
    await runInNewContext(`(async () => { ${textOf({ ...shown, body, headers }, 'fetch')} })()`, {
      fetch,
      JSON,
    });
    expect(sent[0]?.[0]).toBe(shown.url);
    expect(sent[0]?.[1].method).toBe('PUT');
    expect(sent[0]?.[1].body).toBe(body);
    expect(sent[0]?.[1].headers).toEqual(headers);
  },
);

test('A1: XML is offered for the three routes of artifacts only, and says why where it cannot be', () => {
  const xml = inFormat(shown, 'xml');
  expect(xml).toEqual({
    text: [
      'PUT https://tuleap.example.org/api/artifacts/7',
      'accept: application/xml',
      'content-type: application/xml',
      '',
      '<request>',
      '  <values>',
      '    <item>',
      '      <field_id>1</field_id>',
      '      <value>x</value>',
      '    </item>',
      '  </values>',
      '</request>',
    ].join('\n'),
  });
  expect(inFormat({ ...shown, body: '{"values":[{"value":"\\u0000"}]}' }, 'xml')).toEqual({
    why: 'XML has no way to write the character U+0000 (at values.0.value).',
  });
  expect(inFormat({ ...shown, body: 'oops' }, 'xml')).toHaveProperty('why');
  expect(inFormat({ ...shown, cut: 3 }, 'xml')).toHaveProperty('why');
});

import { expect, test } from 'vitest';
import { ApiError, type BodyKind, type NetworkReason } from './error';
import { explain } from './explain';

interface Facts {
  method?: string;
  body?: BodyKind;
  headers?: Record<string, string>;
  serverMessages?: string[];
}

function refusal(status: number, { method = 'PUT', headers, ...facts }: Facts = {}): ApiError {
  return new ApiError('http', 'said', {
    request: { method, path: '/api/artifacts/7' },
    status,
    headers: new Headers(headers),
    ...facts,
  });
}

function network(reason: NetworkReason, method = 'PUT'): ApiError {
  return new ApiError('network', 'said', { request: { method, path: '/api/artifacts/7' }, reason });
}

test.each([
  [400, 'The server refused this request', /server names/],
  [401, 'You are no longer signed in', /Sign in again/],
  [403, 'You may not do this', /Ask an administrator/],
  [404, 'Not found', /Check the address/],
  [409, 'This clashes with something on the server', /in the way/],
  [412, 'Somebody else changed this meanwhile', /Compare the two versions/],
  [413, 'This is too large', /smaller file/],
  [423, 'This is locked', /Wait a moment/],
  [429, 'Too many requests', /Wait a while/],
  [418, 'The server refused this request', /administrator/],
])('%i has its own words; nothing was changed and the text is kept', (status, title, next) => {
  const words = explain(refusal(status));
  expect(words.title).toBe(title);
  expect(words.what).toContain('Nothing was changed on the server; what you entered is kept here.');
  expect(words.next).toMatch(next);
  expect(words.details).toContain(`PUT /api/artifacts/7 → ${status}`);
});

test('429 and 503 say when to try again, if the server does', () => {
  expect(explain(refusal(429, { headers: { 'retry-after': '30' } })).next).toBe(
    'Try again in 30 seconds.',
  );
  expect(explain(refusal(503, { method: 'GET', headers: { 'retry-after': '300' } })).next).toBe(
    'Try again in 5 minutes.',
  );
});

test.each([
  ['empty', 'It gave no reason.'],
  ['html', 'It sent a web page in place of a reason.'],
] as const)('A 500 with an %s body says so', (body, sentence) => {
  const words = explain(refusal(500, { body }));
  expect(words.title).toBe('The server failed');
  expect(words.what).toContain(sentence);
});

test.each([500, 502, 503, 504])(
  'After a %i a write may have arrived, a read changed nothing',
  (status) => {
    expect(explain(refusal(status)).what).toContain('not certain whether the change arrived');
    expect(explain(refusal(status)).next).toContain('before you send it again');
    const read = explain(refusal(status, { method: 'GET' }));
    expect(read.what).toContain('Nothing was changed.');
    expect(read.next).toContain('Try again');
  },
);

test('Once it is known that a write left nothing, nothing is called uncertain', () => {
  const words = explain(refusal(503), 'save this artifact', true);
  expect(words.what).toContain('Nothing was changed on the server; what you entered is kept here.');
  expect(words.what).not.toContain('not certain');
  expect(words.next).toContain('Try again');
});

test.each([
  ['offline', 'You are offline'],
  ['timeout', 'The server took too long'],
  ['unreachable', 'The server cannot be reached'],
  ['cut', 'The answer broke off'],
] as const)('%s has its own words', (reason, title) => {
  expect(explain(network(reason)).title).toBe(title);
  expect(explain(network(reason)).what).toContain('not certain whether the change arrived');
  expect(explain(network(reason, 'GET')).what).toContain('Nothing was changed.');
  expect(explain(network(reason, 'GET')).next).toMatch(/try again/i);
});

function shape(body: BodyKind, paths: string[], method = 'GET'): ApiError {
  return new ApiError('shape', 'said', {
    request: { method, path: '/api/projects' },
    status: 200,
    body,
    issues: paths.map((path) => ({ path, message: 'Invalid input' })),
  });
}

test('A web page in place of JSON points at the address and the proxy', () => {
  const words = explain(shape('html', []));
  expect(words.title).toBe('This is not an answer of the API');
  expect(words.next).toContain('proxy');
});

test('An answer of another shape lists its paths, twenty of them', () => {
  const words = explain(shape('json', ['', 'values[3].label']));
  expect(words.details).toEqual([
    '(whole answer): Invalid input',
    'values[3].label: Invalid input',
    'GET /api/projects → 200',
    'What ends like this is not asked again by itself.',
  ]);
  const many = explain(
    shape(
      'json',
      Array.from({ length: 33 }, (_, index) => `a[${index}]`),
    ),
  );
  expect(many.details).toHaveLength(23);
  expect(many.details).toContain('and 13 more');
});

test('An odd answer to a write does not claim that nothing happened', () => {
  expect(explain(shape('html', [], 'PUT')).what).toContain('not certain');
});

test('What was tried becomes the title, the cause stays', () => {
  const words = explain(refusal(403), 'save the artifact');
  expect(words.title).toBe('Could not save the artifact');
  expect(words.what).toContain('You may not do this. Your account lacks the permission.');
});

test('The server’s own words come first in the details', () => {
  const words = explain(refusal(400, { serverMessages: ['The field Title is required.'] }));
  expect(words.details[0]).toBe('The field Title is required.');
});

test('A fault of ours and a stop have words too, without secrets', () => {
  const fault = explain(new TypeError('x of tlp-k1-1.secret is undefined'));
  expect(fault.title).toBe('Parterre made a mistake');
  expect(fault.details).toEqual(['TypeError: x of tlp-… is undefined']);
  expect(explain('odd').details).toEqual(['odd']);
  expect(explain(new DOMException('stop', 'AbortError')).title).toBe('Stopped');
});

test('No sentence shouts or blames "an error occurred"', () => {
  for (const status of [400, 401, 403, 404, 409, 412, 413, 418, 423, 429, 500, 502]) {
    const { title, what, next } = explain(refusal(status));
    expect(`${title} ${what} ${next}`).not.toMatch(/!|error occurred/i);
    for (const sentence of [title, what, next]) expect(sentence).not.toMatch(/undefined|null/);
  }
});

test('What the server said stands in the words, unless it is only the name of its status', () => {
  const said = (message: string) => explain(refusal(403, { serverMessages: [message] })).what;
  expect(said('CSRF tentative ?')).toContain('The server says: “CSRF tentative ?”');
  expect(said('Forbidden')).not.toContain('says');
  expect(said('x'.repeat(5_000)).length).toBeLessThan(500);
});

test('A query that is too long for an address is told so', () => {
  for (const status of [414, 431]) {
    expect(explain(refusal(status, { method: 'GET' })).title).toBe('This request is too long');
  }
});

test('A list of servers that cannot be read is no fault of a Tuleap', () => {
  const request = { method: 'GET', path: '/parterre/parterre.json' };
  const missing = new ApiError('http', '404', { request, status: 404 });
  expect(explain(missing).title).toBe('The list of servers cannot be read');
  expect(explain(missing).what).toContain('The answer was 404.');
  const wrong = new ApiError('shape', 'said', {
    request,
    issues: [{ path: 'servers[0].url', message: 'An origin without a path, or empty' }],
  });
  expect(explain(wrong).title).toBe('The list of servers cannot be read');
  expect(explain(wrong).details[0]).toContain('servers[0].url');
});

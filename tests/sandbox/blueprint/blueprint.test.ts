import { beforeEach, expect, test } from 'vitest';
import { type OpenWorld, openWorld } from '../doors/node';

const example = '/api/v1/projects/4405707/artifacts';

let open: OpenWorld;

beforeEach(() => {
  open = openWorld();
});

async function login(username: string, password = username): Promise<Response> {
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return open.fetch('/blueprint-api/authentication/v1/login', {
    headers: { Authorization: `Basic ${basic}` },
  });
}

async function tokenOf(username = 'paula'): Promise<string> {
  return (await login(username)).headers.get('authorization') ?? '';
}

async function ask(path: string, init: RequestInit & { token?: string } = {}) {
  const token = init.token ?? (await tokenOf());
  const headers = { Authorization: token, ...(init.headers as Record<string, string>) };
  const response = await open.fetch(`/blueprint-api${path}`, { ...init, headers });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { response, status: response.status, text, body: isJson ? JSON.parse(text) : undefined };
}

function filter(text: string, query = '') {
  const headers = { 'X-HTTP-Method-Override': 'GET' };
  return ask(`${example}${query}`, { method: 'POST', headers, body: text });
}

test('B1: a user name and password give a token of 30 minutes, in a header and in the body', async () => {
  const answer = await login('paula');
  const token = answer.headers.get('authorization');
  expect(`BlueprintToken ${await answer.json()}`).toBe(token);
  const end = Date.parse(answer.headers.get('blueprinttokenexpirydate') ?? '');
  expect(Math.round((end - open.world.now()) / 60_000)).toBe(30);
  expect((await login('paula', 'wrong')).status).toBe(401);
  const empty = await open.fetch('/blueprint-api/authentication/v1/login', {
    headers: { Authorization: '' },
  });
  expect(empty.status).toBe(400);
});

test('B1: no token, a wrong one and one that is over are 401; no licence is 403', async () => {
  expect(await ask(example, { token: '' })).toMatchObject({
    status: 401,
    body: 'Unauthorized call.',
  });
  const token = await tokenOf();
  expect((await ask(example, { token })).status).toBe(206);
  open.world.clockOffset += 31 * 60_000;
  expect((await ask(example, { token })).status).toBe(401);
  expect((await ask(example, { token: await tokenOf('vera') })).status).toBe(403);
});

test('B2: what is absent is false, what stands without a value is true, and names have any case', async () => {
  const [plain] = (await ask(`${example}?limit=1`)).body;
  expect(Object.keys(plain)).not.toContain('Traces');
  const query = '?limit=1&Comments&ATTACHMENTS=&traces&status=True&properties=false';
  const [full] = (await ask(`${example}${query}`)).body;
  expect(Object.keys(full)).toEqual(
    expect.arrayContaining(['Comments', 'Attachments', 'Traces', 'Status']),
  );
  expect(Object.keys(full)).not.toContain('Properties');
});

test('B2: traces are asked for by kind', async () => {
  const kinds = async (kind: string) => {
    const { body } = await ask(`${example}?limit=500&traces=${kind}`);
    return new Set(
      body.flatMap(({ Traces }: { Traces: { Type: string }[] }) => Traces.map(({ Type }) => Type)),
    );
  };
  expect(await kinds('all')).toEqual(new Set(['Parent', 'Child', 'Manual', 'Reuse', 'Other']));
  expect(await kinds('Manual')).toEqual(new Set(['Manual']));
});

test('B2: rich text is a page with its styles in the head, in line, or plain', async () => {
  const text = async (query: string) => {
    const [artifact] = (await ask(`${example}?limit=1&offset=9&properties&${query}`)).body;
    return artifact.Properties.find(({ Name }: { Name: string }) => Name === 'Description')
      .TextOrChoiceValue;
  };
  expect(await text('')).toContain('<head><style');
  expect(await text('inlinecss=true')).toContain('<p style=');
  expect(await text('richtextasplain=true')).not.toContain('<');
});

test.each(['traces=Some', 'comments=1', 'limit=0', 'limit=501', 'offset=-1', 'offset=x'])(
  'B2: %s is a 400 that names the parameter',
  async (query) => {
    const { status, body } = await ask(`${example}?${query}`);
    expect(status).toBe(400);
    expect(body.Message).toContain(query.split('=')[0]);
  },
);

test('B3: a part is 206 with its range, the whole is 200, past the end is 416', async () => {
  const first = await ask(`${example}?limit=100`);
  expect(first.status).toBe(206);
  expect(first.response.headers.get('content-range')).toBe('items 0-99/152');
  const last = await ask(`${example}?limit=100&offset=100`);
  expect(last.status).toBe(206);
  expect(last.body).toHaveLength(52);
  expect(await ask(`${example}?limit=500`)).toMatchObject({ status: 200 });
  expect((await ask(`${example}?offset=152`)).status).toBe(416);
  expect(await ask('/api/v1/projects/4409600/artifacts')).toMatchObject({ status: 200, body: [] });
  const unknown = await ask('/api/v1/projects/4409100/artifacts?limit=10');
  expect(unknown.response.headers.get('content-range')).toBe('items 0-9/*');
});

test('B3: what a person may not see is missing from the page, not from the total', async () => {
  const { body, response } = await ask(`${example}?limit=100`, { token: await tokenOf('rolf') });
  expect(body.length).toBeLessThan(100);
  expect(response.headers.get('content-range')).toBe('items 0-99/152');
});

test('B3: HEAD has status and headers of GET and no body', async () => {
  const { status, text, response } = await ask(`${example}?limit=10`, { method: 'HEAD' });
  expect([status, text]).toEqual([206, '']);
  expect(response.headers.get('content-range')).toBe('items 0-9/152');
});

test.each([
  ["artifact-type eq 'Business Process Diagram';", 2],
  ["artifact-id eq ('4405717' or '4405788' or '1')", 2],
  ["artifact-type eq ('Actor'); artifact-id eq '1'", 0],
  ["artifact-type eq 'business process diagram'; artifact-HasAttachments eq 'true'", 2],
  ["property-'Reference' eq ('REQ-730' or 'REQ-731')", 2],
  ["property-'Created On' gt '2000-01-01'", 152],
  ["property-'Created On' bi ('2000-01-01' and '2000-01-02')", 0],
])('B1: the filter %s finds %i', async (text, count) => {
  expect((await filter(`filter={${text}}`, '?limit=500')).body).toHaveLength(count);
});

test.each([
  ['artifact-id eq 1', 'not of the form'],
  ["filter={artifact-type contains 'a'}", 'Unknown operator contains'],
  ["filter={artifact-id gt '1'}", 'not supported for artifact-id'],
  ["filter={artifact-id eq ('1' and '2')}", 'not supported'],
  ["filter={title eq 'a'}", 'Unknown field title'],
  ["filter={property-'None' eq 'a'}", 'no property None'],
  ["filter={property-'Effort' gt 1}", 'not supported'],
  ["filter={property-'Created On' eq '2026-01-01'}", 'not supported'],
  ["filter={artifact-HasComments eq 'maybe'}", 'true or false'],
  ["filter={artifact-id eq '1' artifact-id eq '2'}", 'Expected ;'],
  ['filter={}', 'no clause'],
])('B1: the filter %s is a 400 with the reason', async (text, reason) => {
  const { status, body } = await filter(text);
  expect(status).toBe(400);
  expect(body.Message).toContain(reason);
});

test('B1: a POST that does not say it is a GET is a 400', async () => {
  const { status, body } = await ask(example, { method: 'POST', body: 'filter={}' });
  expect(status).toBe(400);
  expect(body.Message).toContain('X-HTTP-Method-Override');
});

test('B8: Accept chooses the format; XML has the namespace and alphabetical order', async () => {
  const headers = { Accept: 'application/xml' };
  const { text, response } = await ask(`${example}?limit=1&traces=all`, { headers });
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(text).toContain('xmlns="http://www.blueprintsys.com/blueprint/api/v1"');
  const inTrace = /<Trace>(.*?)<\/Trace>/.exec(text)?.[1] ?? '';
  const names = [...inTrace.matchAll(/<(\w+)>/g)].map((match) => match[1]);
  expect(names).toEqual([...names].sort());
  const refusal = await ask('/api/v1/projects/1/artifacts', { headers });
  expect(refusal.status).toBe(404);
  expect(refusal.text).toContain('<Message>The requested project is not found.</Message>');
});

test('B4: both ends of a trace mirror each other', async () => {
  const { body } = await ask(`${example}?limit=500&traces=all`);
  const mirror: Record<string, string> = { To: 'From', From: 'To', TwoWay: 'TwoWay' };
  const kinds: Record<string, string> = { Parent: 'Child', Child: 'Parent' };
  type Trace = { Type: string; Direction: string; ArtifactId: number; IsSuspect: boolean };
  const byId = new Map<number, Trace[]>(
    body.map(({ Id, Traces }: { Id: number; Traces: Trace[] }) => [Id, Traces]),
  );
  let count = 0;
  for (const [id, traces] of byId) {
    for (const trace of traces) {
      const others = byId.get(trace.ArtifactId);
      if (!others) continue;
      count += 1;
      const expected = {
        ArtifactId: id,
        Type: kinds[trace.Type] ?? trace.Type,
        Direction: mirror[trace.Direction],
        IsSuspect: trace.IsSuspect,
      };
      expect(others).toContainEqual(expect.objectContaining(expected));
    }
  }
  expect(count).toBeGreaterThan(200);
});

test('B6: an attachment is given with its name; a broken project is a 500', async () => {
  const { text, response } = await ask(`${example}/4405717/attachments/103544`);
  expect(response.headers.get('content-disposition')).toContain('Contract_of_Carriage.pdf');
  expect(text).toMatch(/^%PDF/);
  expect((await ask(`${example}/4405717/attachments/1`)).status).toBe(404);
  expect((await ask('/api/v1/projects/4409500/artifacts')).status).toBe(500);
  expect((await ask('/api/v1/users')).status).toBe(501);
});

test('B1: the projects are listed, with their place when that is asked', async () => {
  const { body, status } = await ask('/api/v1/projects?location');
  expect(status).toBe(200);
  expect(body[0]).toMatchObject({ Id: 4405707, Location: '/Blueprint/Airlines/BP Airways 3.0' });
});

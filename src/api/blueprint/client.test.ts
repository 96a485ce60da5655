import { afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '../error';
import { artifactsRequest } from './artifactsRequest';
import { askBlueprint } from './client';
import { explainBlueprint } from './explain';
import type { BlueprintServer } from './servers';
import { beginBlueprintSession, currentBlueprintSession, endBlueprintSession } from './session';
import { signInToBlueprint } from './signIn';

const server: BlueprintServer = {
  id: 'b',
  label: 'B',
  url: 'https://blueprint.example.org',
  path: '/base',
  color: 'orange',
  kind: 'blueprint',
};

interface Sent {
  url: string;
  init: RequestInit & { headers: Record<string, string> };
}

/** Puts `answer` where the network is; the list of what was sent grows. */
function network(answer: (sent: Sent) => Response): Sent[] {
  const log: Sent[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: Sent['init']) => {
    log.push({ url: url.href, init });
    return answer({ url: url.href, init });
  });
  return log;
}

const flags = {
  properties: false,
  status: false,
  comments: false,
  attachments: true,
  richtextasplain: false,
  inlinecss: false,
  content: false,
};
const options = {
  flags,
  traces: 'All' as const,
  offset: 0,
  limit: 100,
  filter: "artifact-type eq 'Business Process Diagram';",
  format: 'xml' as const,
};
const session = { server, username: 'paula', endsAt: null };

afterEach(() => {
  endBlueprintSession();
  vi.unstubAllGlobals();
});

test('B1: the documented request goes out as documented, sealed, with the token', async () => {
  beginBlueprintSession(session, 'abc');
  const sent = network(() => new Response('<a/>', { status: 200 }));
  await askBlueprint(artifactsRequest(4405707, options));
  expect(sent[0]?.url).toBe(
    'https://blueprint.example.org/base/api/v1/projects/4405707/artifacts?attachments=true&traces=All',
  );
  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    body: "filter={artifact-type eq 'Business Process Diagram';}",
    redirect: 'error',
    credentials: 'omit',
    headers: {
      Accept: 'application/xml',
      'X-HTTP-Method-Override': 'GET',
      Authorization: 'BlueprintToken abc',
    },
  });
});

test('B1: a name and password are sent as UTF-8 once; the token is read from header or body', async () => {
  const sent = network(() => Response.json('to+ken='));
  expect(await signInToBlueprint(server, { username: ' änna ', password: 'p:ß' })).toEqual({
    outcome: 'signedIn',
  });
  expect(sent[0]?.url).toBe('https://blueprint.example.org/base/authentication/v1/login');
  const pair = Buffer.from('änna:p:ß', 'utf8').toString('base64');
  expect(sent[0]?.init.headers.Authorization).toBe(`Basic ${pair}`);
  await askBlueprint(artifactsRequest(1, options));
  expect(sent[1]?.init.headers.Authorization).toBe('BlueprintToken to+ken=');
  expect(JSON.stringify(currentBlueprintSession())).not.toMatch(/to\+ken|p:ß/);
});

test('B1: an answer without a token is no sign-in', async () => {
  for (const text of ['', '{}', '""', '<html>']) {
    network(() => new Response(text));
    await expect(signInToBlueprint(server, { username: 'a', password: 'b' })).rejects.toThrow(
      'holds no token',
    );
  }
  expect(currentBlueprintSession()).toBeNull();
});

test('B3: a 401 waits for the same person, then asks once more with the new token', async () => {
  beginBlueprintSession(session, 'old');
  const sent = network(({ init }) =>
    init.headers.Authorization === 'BlueprintToken new'
      ? new Response('[]')
      : Response.json('Unauthorized call.', { status: 401 }),
  );
  const answer = askBlueprint(artifactsRequest(1, options));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  beginBlueprintSession(session, 'new');
  expect((await answer).text).toBe('[]');
});

test('B3: a 401 fails for another person, after signing out, and on abort', async () => {
  network(() => Response.json('Unauthorized call.', { status: 401 }));
  for (const end of [
    endBlueprintSession,
    () => beginBlueprintSession({ ...session, username: 'rolf' }, 'x'),
  ]) {
    beginBlueprintSession(session, 'old');
    const sent = network(() => Response.json('Unauthorized call.', { status: 401 }));
    const answer = askBlueprint(artifactsRequest(1, options));
    answer.catch(() => {});
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    end();
    await expect(answer).rejects.toMatchObject({ status: 401 });
  }
  beginBlueprintSession(session, 'old');
  const stop = new AbortController();
  const waiting = askBlueprint(artifactsRequest(1, options), stop.signal);
  stop.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
});

async function errorOf(response: Response): Promise<unknown> {
  beginBlueprintSession(session, 'old');
  network(() => response.clone());
  return askBlueprint(artifactsRequest(1, options)).catch((error: unknown) => error);
}

test.each([400, 403, 404, 409, 411, 413, 415, 416, 500, 501])(
  'B3: the documented status %i has words of its own, and what Blueprint says',
  async (status) => {
    const error = await errorOf(Response.json({ Message: 'Because of this.' }, { status }));
    expect(error).toBeInstanceOf(ApiError);
    const words = explainBlueprint(error);
    expect(words.what).toContain('Blueprint says: “Because of this.”');
    expect(words.what).toContain('Parterre only reads from Blueprint');
    expect(words.details.join()).toContain(`→ ${status}`);
  },
);

test('B3: a refusal in XML, of a proxy, and without a body are read; no token stands in any', async () => {
  const type = { 'content-type': 'application/xml' };
  const xml = '<Error xmlns="urn:x"><Message>No. BlueprintToken abc=</Message></Error>';
  const ofXml = explainBlueprint(await errorOf(new Response(xml, { status: 404, headers: type })));
  expect(ofXml.what).toContain('“No. BlueprintToken …”');
  const proxy = Response.json({ error: { code: 502, message: 'Not there' } }, { status: 502 });
  expect(explainBlueprint(await errorOf(proxy)).details).toContain('Not there');
  const empty = explainBlueprint(await errorOf(new Response('', { status: 500 })));
  expect(empty.what).not.toContain('says');
});

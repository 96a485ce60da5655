import type { Page, Request } from 'playwright/test';
import { type PersonName, sandboxPeople } from '../tests/sandbox/people';
import { port } from './servers';

/** What the sandbox answered to a test that asked it directly. */
export interface SandboxAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** By address and header, as the hosts of worlds are known to browsers only. */
async function send(world: string, path: string, question: Question): Promise<SandboxAnswer> {
  const name = new URL(world).hostname.split('.')[0] ?? '';
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method: question.method ?? 'GET',
    headers: {
      'content-type': 'application/json',
      'x-sandbox-world': name,
      ...question.headers,
    },
    body: question.body === undefined ? null : JSON.stringify(question.body),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
}

/** Asks the API of a test's world past the app; `as` is a person, or the headers of a sign-in. */
export async function ask(
  world: string,
  as: PersonName | Record<string, string>,
  line: string,
  question: Omit<Question, 'method'> = {},
): Promise<SandboxAnswer> {
  const [method = 'GET', path = ''] = line.split(' ');
  const credentials =
    typeof as === 'string' ? { 'x-auth-accesskey': sandboxPeople[as].accessKey } : as;
  const headers = { ...credentials, ...question.headers };
  return send(world, `/api/${path}`, { ...question, method, headers });
}

/** `POST /sandbox/<action>` in a test's world. Throws when the sandbox refuses. */
export async function control(world: string, action: string, body: unknown): Promise<void> {
  const { status } = await send(world, `/sandbox/${action}`, { method: 'POST', body });
  if (status !== 200) throw new Error(`/sandbox/${action} answered ${status}`);
}

/** The next `times` calls that match (`PUT artifacts/431`) meet this fault. */
export async function arm(world: string, match: string, answer: unknown, times = 1): Promise<void> {
  await control(world, 'fault', { match, answer, times });
}

/** The calls of the API that the pages of this context made so far, oldest first; `PUT`, or `GET artifacts/431`. */
export function listen(page: Page): (line: string) => Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return (line) => {
    const [method, path] = line.split(' ');
    return requests.filter((request) => {
      const { pathname } = new URL(request.url());
      return (
        request.method() === method &&
        (path === undefined ? pathname.startsWith('/api/') : pathname === `/api/${path}`)
      );
    });
  };
}

/** Field ids by short name, and value ids by label, of the tracker that an artifact lies in. */
export async function fieldsOf(world: string, tracker: number) {
  const { body } = await ask(world, 'dora', `GET trackers/${tracker}`);
  const { fields } = body as {
    fields: { field_id: number; name: string; values: { id: number; label: string }[] | null }[];
  };
  return {
    id(name: string): number {
      return fields.find((field) => field.name === name)?.field_id ?? 0;
    },
    value(name: string, label: string): number {
      const field = fields.find((candidate) => candidate.name === name);
      return field?.values?.find((value) => value.label === label)?.id ?? 0;
    },
  };
}

interface StoredEntry {
  field_id: number;
  value?: unknown;
  values?: { label?: string; real_name?: string }[];
  bind_value_ids?: number[];
}

/** What the world holds for an artifact, by field id; and its changesets, oldest first. */
export async function stored(world: string, artifact: number) {
  const { body } = await ask(world, 'dora', `GET artifacts/${artifact}?values_format=collection`);
  const { values } = body as { values: StoredEntry[] };
  const entry = (id: number) => values.find(({ field_id }) => field_id === id);
  return {
    value: (id: number) => entry(id)?.value,
    labels: (id: number) =>
      (entry(id)?.values ?? []).map(({ label, real_name }) => label ?? real_name),
  };
}

/** The comments of the newest changesets of an artifact, oldest first. */
export async function commentsOf(world: string, artifact: number): Promise<string[]> {
  const path = `GET artifacts/${artifact}/changesets?fields=comments&limit=50`;
  const size = Number((await ask(world, 'dora', path)).headers.get('x-pagination-size'));
  const { body } = await ask(world, 'dora', `${path}&offset=${Math.max(0, size - 50)}`);
  return (body as { last_comment: { body: string } }[]).map(
    ({ last_comment }) => last_comment.body,
  );
}

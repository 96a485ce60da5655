import { expect } from 'vitest';
import * as z from 'zod/mini';
import { errorEnvelopeSchema } from '~/api/answers/serverMessages';
import { fileChunkSchema, fileInfoSchema } from '~/api/files';
import { temporaryFilesSchema } from '~/api/temporaryFiles';
import { trackerSchema } from '~/api/trackers';

import { type Answer, ask, type Server } from './server';
import { created, readBack, type WriteAssertion } from './writes';

const ROOT = 'artifact_temporary_files';

function expectError(answer: Answer, status: number, words: RegExp = /./): void {
  expect(answer.status).toBe(status);
  z.parse(errorEnvelopeSchema, answer.body);
  expect(JSON.stringify(answer.body)).toMatch(words);
}

async function begun(server: Server, content: string): Promise<{ id: number; answer: Answer }> {
  const body = { name: 'contract é.log', mimetype: 'text/plain', content: btoa(content) };
  const answer = await ask(server, ROOT, { method: 'POST', body });
  expect(answer.status).toBe(201);
  const { id, size, html_url } = z.parse(fileInfoSchema, answer.body);
  expect([size, html_url]).toEqual([content.length, null]);
  return { id, answer };
}

function put(server: Server, id: number, offset: number, content: string): Promise<Answer> {
  const body = { content: btoa(content), offset };
  return ask(server, `${ROOT}/${id}`, { method: 'PUT', body });
}

function remove(server: Server, id: number): Promise<Answer> {
  return ask(server, `${ROOT}/${id}`, { method: 'DELETE' });
}

/** The first file field of a tracker, where it has one. */
async function fileField(server: Server, trackerId: number): Promise<number | undefined> {
  const { fields } = z.parse(trackerSchema, (await ask(server, `trackers/${trackerId}`)).body);
  return fields.find(({ type }) => type === 'file')?.field_id;
}

/** Temporary files, and what becomes of them once they are attached (attachments.md §3, §4, §7). */
export const files: readonly WriteAssertion[] = [
  {
    says: 'chunks of a temporary file are numbered, the POST is 1; quota and usage stand on every answer',
    async hold(server) {
      const { id, answer } = await begun(server, 'one ');
      expect(Number(answer.headers.get('x-quota'))).toBeGreaterThan(0);
      expect(Number(answer.headers.get('x-disk-usage'))).toBeGreaterThanOrEqual(4);
      for (const wrong of [0, 1, 3, 4]) {
        expectError(
          await put(server, id, wrong, 'x'),
          400,
          /Invalid offset received\. Expected: 2/,
        );
      }
      const second = await put(server, id, 2, 'two');
      expect(z.parse(fileInfoSchema, second.body).size).toBe(7);
      const chunk = await ask(server, `${ROOT}/${id}?offset=2&limit=3`);
      expect(z.parse(fileChunkSchema, chunk.body).data).toBe(btoa('e t'));
      expect(chunk.size).toBe(7);
      const list = await ask(server, `${ROOT}?limit=50`);
      expect(z.parse(temporaryFilesSchema, list.body).map((file) => file.id)).toContain(id);
      expect((await remove(server, id)).status).toBe(200);
      expectError(await remove(server, id), 404);
    },
  },
  {
    says: 'what is no base64, empty or over a MiB is refused as a chunk',
    async hold(server) {
      const post = (content: string) =>
        ask(server, ROOT, { method: 'POST', body: { name: 'x', mimetype: 'text/plain', content } });
      expectError(await post('***'), 400, /base64/);
      expectError(await post(''), 400, /content/);
      expectError(await post(btoa('x'.repeat(1_048_577))), 400, /exceeds maximum size of 1048576/);
    },
  },
  {
    says: 'a file entry replaces the list: what it does not name is detached, and its bytes are gone',
    async hold(server, trackerId) {
      const field_id = await fileField(server, trackerId);
      if (field_id === undefined) {
        process.stdout.write(`Not asked of ${server.name}: its tracker has no file field\n`);
        return;
      }
      const artifactId = await created(server, trackerId, 'Contract: with files');
      const attach = (value: number[]) =>
        ask(server, `artifacts/${artifactId}`, {
          method: 'PUT',
          body: { values: [{ field_id, value }] },
        });
      const [{ id: first }, { id: second }] = [
        await begun(server, 'first'),
        await begun(server, 'second'),
      ];
      expect((await attach([first, second])).status).toBe(200);
      const bytes = await ask(server, `artifact_files/${first}`);
      expect(z.parse(fileChunkSchema, bytes.body).data).toBe(btoa('first'));
      expectError(await ask(server, `${ROOT}/${first}`), 404);
      expect((await attach([second])).status).toBe(200);
      expectError(await ask(server, `artifact_files/${first}`), 404);
      const { artifact } = await readBack(server, artifactId);
      const entry = artifact.values?.find((value) => value.field_id === field_id);
      const left = z.parse(z.array(fileInfoSchema), entry?.file_descriptions);
      expect(left.map(({ id }) => id)).toEqual([second]);
      expect(left[0]?.html_url).toBe(
        `/plugins/tracker/attachments/${second}-contract%20%C3%A9.log`,
      );
    },
  },
];

import { expect, test } from 'vitest';
import { askAs, messageOf } from '../../doors/ask';
import { openWorld } from '../../doors/node';
import { sandboxPeople } from '../../people';

const key = { 'X-Auth-AccessKey': sandboxPeople.anna.accessKey };

async function fileField(ask: ReturnType<typeof askAs>): Promise<number> {
  const { body } = await ask('GET trackers/81');
  const fields = (body as { fields: { field_id: number; type: string }[] }).fields;
  return fields.find((field) => field.type === 'file')?.field_id ?? 0;
}

function filesOf(body: unknown): { id: number; name: string; html_url: string }[] {
  const values = (body as { values: Record<string, unknown>[] }).values;
  const value = values.find((one) => one.type === 'file');
  return (value?.file_descriptions ?? []) as { id: number; name: string; html_url: string }[];
}

test('Files: bytes come in base64 chunks, with headers that count bytes', async () => {
  const ask = askAs(openWorld(), 'anna');
  const chunk = await ask('GET artifact_files/4102?offset=1&limit=3');
  expect(chunk.body).toEqual({ data: btoa('PNG') });
  expect(chunk.headers.get('x-upload-max-file-chunksize')).toBe('1048576');
  expect(Number(chunk.headers.get('x-pagination-size'))).toBeGreaterThan(100);
  expect((await ask('GET artifact_files/4102?limit=1048577')).status).toBe(400);
  expect((await ask('GET artifact_files/999999')).status).toBe(404);
});

test('Files: the address of a file gives its bytes to a key, and a 404 page to nobody', async () => {
  const open = openWorld();
  const { body } = await askAs(open, 'anna')('GET artifacts/700');
  const own = filesOf(body).find((file) => file.name.startsWith('Übersicht'));
  const answer = await open.fetch(own?.html_url ?? '', { headers: key });
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await answer.text()).toContain('contract;country');
  const part = await open.fetch(own?.html_url ?? '', { headers: { ...key, Range: 'bytes=0-7' } });
  expect([part.status, await part.text()]).toEqual([206, 'contract']);
  const closed = await open.fetch(own?.html_url ?? '');
  expect([closed.status, closed.headers.get('content-type')]).toEqual([
    404,
    'text/html; charset=UTF-8',
  ]);
});

test('Trap: the offset of a temporary file is the number of the chunk, and files belong to their owner', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const first = await ask('POST artifact_temporary_files', {
    ...{ name: 'trace.log', mimetype: 'text/plain', content: btoa('one ') },
  });
  expect([first.status, first.headers.get('x-disk-usage')]).toEqual([201, '4']);
  const { id } = first.body as { id: number };
  const wrong = await ask(`PUT artifact_temporary_files/${id}`, { content: btoa('x'), offset: 4 });
  expect(messageOf(wrong)).toBe('Bad Request: Invalid offset received. Expected: 2');
  const second = { content: btoa('two'), offset: 2 };
  expect((await askAs(open, 'ben')(`PUT artifact_temporary_files/${id}`, second)).status).toBe(401);
  expect((await ask(`PUT artifact_temporary_files/${id}`, second)).body).toMatchObject({ size: 7 });
  const field_id = await fileField(ask);
  const old = filesOf((await ask('GET artifacts/431')).body).map((file) => file.id);
  const kept = await ask('PUT artifacts/431', { values: [{ field_id, value: [...old, id] }] });
  expect(kept.status).toBe(200);
  expect((await ask(`GET artifact_files/${id}`)).body).toEqual({ data: btoa('one two') });
  expect((await ask(`GET artifact_temporary_files/${id}`)).status).toBe(404);
  await ask('PUT artifacts/431', { values: [{ field_id, value: old }] });
  expect((await ask(`GET artifact_files/${id}`)).status).toBe(404);
  const taken = await ask('PUT artifacts/433', { values: [{ field_id, value: [4102] }] });
  expect([taken.status, messageOf(taken)]).toEqual([
    500,
    'Internal Server Error: File #4102 is already linked to artifact #431',
  ]);
});

test('Resumable upload: created by REST, sent in two pieces, attached when complete', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const field_id = await fileField(ask);
  const wanted = { name: 'video.mp4', file_size: 10, file_type: 'video/mp4' };
  const begun = await ask(`POST tracker_fields/${field_id}/files`, wanted);
  const again = await ask(`POST tracker_fields/${field_id}/files`, wanted);
  expect(again.body).toEqual(begun.body);
  const { id, upload_href: href } = begun.body as { id: number; upload_href: string };
  const send = (offset: number, body: string, more: Record<string, string> = {}) =>
    open.fetch(href, {
      method: 'PATCH',
      headers: {
        ...key,
        ...{ 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(offset) },
        'Content-Type': 'application/offset+octet-stream',
        ...more,
      },
      body,
    });
  expect((await send(0, '01234')).headers.get('upload-offset')).toBe('5');
  expect((await send(0, '01234')).status).toBe(409);
  expect((await send(5, '56789', { 'Tus-Resumable': '0.2' })).status).toBe(412);
  const early = await ask('PUT artifacts/40', { values: [{ field_id, value: [id] }] });
  expect(early.status).toBe(404);
  const head = await open.fetch(href, {
    method: 'HEAD',
    headers: { ...key, 'Tus-Resumable': '1.0.0' },
  });
  expect([head.headers.get('upload-length'), head.headers.get('upload-offset')]).toEqual([
    '10',
    '5',
  ]);
  expect((await send(5, '56789, and more')).headers.get('upload-offset')).toBe('10');
  expect((await ask('PUT artifacts/40', { values: [{ field_id, value: [id] }] })).status).toBe(200);
  expect((await ask(`GET artifact_files/${id}`)).body).toEqual({ data: btoa('0123456789') });
});

import type { SandboxFile, SiteCall } from '../../model';
import { type Upload, uploadsOf } from '../../tracker/uploads';

const version = '1.0.0';

const common: Record<string, string> = {
  'content-type': 'text/html; charset=UTF-8',
  'access-control-allow-origin': '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'OPTIONS, HEAD, PATCH, POST, DELETE',
  'access-control-allow-headers':
    'Tus-Resumable, Upload-Offset, Upload-Length, X-HTTP-Method-Override, Authorization, Content-Type, Origin, X-Auth-UserId, X-Auth-Token, X-Client-Uuid, X-Auth-AccessKey',
  'access-control-expose-headers':
    'Tus-Version, Tus-Resumable, Upload-Offset, Upload-Length, Tus-Extension, Tus-Max-Size, X-PAGINATION-SIZE, X-PAGINATION-LIMIT-MAX, X-PAGINATION-LIMIT',
  'cache-control': 'no-store',
};

/** Errors have an empty body: tus says everything in the status (attachments.md §5.2). */
function answer(status: number, headers: Record<string, string> = {}): Response {
  const isOptions = headers['tus-extension'] !== undefined;
  const resumable: Record<string, string> = isOptions ? {} : { 'tus-resumable': version };
  return new Response(status === 204 ? null : '', {
    status,
    headers: { ...common, ...resumable, ...headers },
  });
}

interface Target {
  file: SandboxFile;
  upload: Upload;
}

/** Unknown, expired and other people's uploads are all the same 404. */
function findUpload(call: SiteCall, id: number): Target | undefined {
  const upload = uploadsOf(call.world).get(id);
  const file = call.world.files.get(id);
  const isExpired = upload && upload.startedAt < call.world.now() / 1000 - 4 * 3_600;
  const isOpen = file?.artifactId === null && file.submittedBy === call.user?.id;
  return upload && file && isOpen && !isExpired ? { file, upload } : undefined;
}

async function patch(call: SiteCall, { file, upload }: Target): Promise<Response> {
  const { headers } = call.request;
  if (headers.get('content-type') !== 'application/offset+octet-stream') return answer(415);
  const offset = headers.get('upload-offset');
  if (offset === null || !/^\d+$/.test(offset)) return answer(400);
  const start = file.bytes.length;
  if (Number(offset) !== start) return answer(409);
  const sent = new Uint8Array(await call.request.arrayBuffer());
  // What goes beyond the announced length is not stored.
  const more = sent.subarray(0, upload.length - start);
  const bytes = new Uint8Array(start + more.length);
  bytes.set(file.bytes);
  bytes.set(more, start);
  file.bytes = bytes;
  return answer(204, { 'upload-offset': String(bytes.length) });
}

/** `/uploads/tracker/file/ID`, tus 1.0.0 with termination. */
export function uploads(call: SiteCall): Response | Promise<Response> | undefined {
  const id = /^\/uploads\/tracker\/file\/(\d+)$/.exec(call.url.pathname)?.[1];
  if (id === undefined) return undefined;
  const { request } = call;
  const override = request.headers.get('x-http-method-override');
  const method = request.method === 'POST' && override ? override.toUpperCase() : request.method;
  if (method === 'OPTIONS') {
    return answer(204, { 'tus-version': version, 'tus-extension': 'termination' });
  }
  if (!['HEAD', 'PATCH', 'DELETE'].includes(method)) return answer(405);
  if (request.headers.get('tus-resumable') !== version)
    return answer(412, { 'tus-version': version });
  const target = findUpload(call, Number(id));
  if (!target) return answer(404);
  if (method === 'PATCH') return patch(call, target);
  if (method === 'DELETE') {
    call.world.files.delete(target.file.id);
    uploadsOf(call.world).delete(target.file.id);
    return answer(204);
  }
  return answer(204, {
    'upload-length': String(target.upload.length),
    'upload-offset': String(target.file.bytes.length),
    'cache-control': 'no-cache',
  });
}

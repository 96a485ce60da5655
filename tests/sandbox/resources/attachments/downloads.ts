import type { SandboxFile, SiteCall } from '../../model';
import { attachedFile } from '../../tracker/attachedFile';

const headers: Record<string, string> = {
  'referrer-policy': 'no-referrer-when-downgrade, strict-origin, same-origin',
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'cache-control': 'private',
  pragma: 'no-cache',
  'accept-ranges': 'bytes',
};

/** Also for lack of permission (attachments.md §6). */
function notFound(): Response {
  const page =
    '<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <meta charset="utf-8">\n\n        <title>Not found - Tuleap</title>\n    </head>\n    <body><h1>Not found</h1></body>\n</html>\n';
  return new Response(page, {
    status: 404,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
  });
}

/** The file when the name of the address is its own and the caller may see it; uploaders see theirs before. */
function findFile(call: SiteCall, id: number, name: string): SandboxFile | undefined {
  const viewer = { world: call.world, user: call.user, origin: call.url.origin };
  const own = call.world.files.get(id);
  const isMine = own?.artifactId === null && call.user !== null && own.submittedBy === call.user.id;
  const file = isMine ? own : attachedFile(viewer, id);
  return file?.name === name ? file : undefined;
}

/** A quoted name in ASCII, and the whole one beside it where it is not ASCII. */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '\\$&');
  const encoded = ascii === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `${kind}; filename="${ascii}"${encoded}`;
}

function ranged(file: SandboxFile, range: string | null, own: Record<string, string>): Response {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  const size = file.bytes.length;
  if (from === '' && to === '') {
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...own, 'content-length': String(size) },
    });
  }
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) {
    return new Response(null, {
      status: 416,
      headers: { ...own, 'content-range': `bytes */${size}` },
    });
  }
  return new Response(new Uint8Array(file.bytes.subarray(start, end + 1)), {
    status: 206,
    headers: {
      ...own,
      'content-length': String(end + 1 - start),
      'content-range': `bytes ${start}-${end}/${size}`,
    },
  });
}

/** `/plugins/tracker/attachments/ID-name` and its `preview/` twin for pictures. */
export function downloads(call: SiteCall): Response | undefined {
  const match = /^\/plugins\/tracker\/attachments\/(preview\/)?(\d+)-(.+)$/.exec(call.url.pathname);
  if (!match || (call.request.method !== 'GET' && call.request.method !== 'HEAD')) return undefined;
  const file = findFile(call, Number(match[2]), decodeURIComponent(match[3] ?? ''));
  if (!file) return notFound();
  const isPreview = match[1] !== undefined;
  if (isPreview && !/^image\//.test(file.type)) return notFound();
  return ranged(file, call.request.headers.get('range'), {
    ...headers,
    'content-type': file.type,
    'content-disposition': disposition(isPreview ? 'inline' : 'attachment', file.name),
  });
}

import type { Recording } from '../recordings';

type Json = Record<string, unknown>;

/** The route itself refuses somebody who is signed in: the thing is somebody else's (attachments/09). */
export function isSomebodyElses({ status, headers, body }: Recording): boolean {
  const isTold = JSON.stringify(body ?? '').includes('does not belong to you');
  return status === 401 && (isTold || headers.has('allow'));
}

/**
 * Whether the sandbox can be brought to refuse so: no world of it is busy, broken, or behind a proxy that is, and only files
 * are somebody else's.
 */
export function canBeStaged(recording: Recording): boolean {
  const { method, path, status, request } = recording;
  if (isSomebodyElses(recording)) return /^artifact_temporary_files\//.test(path ?? '');
  if (status === 429) return method === 'DELETE' && /^artifacts\//.test(path ?? '');
  if (status < 500) return true;
  // A slash in the name of a repository, which the server falls over (svn/20); any other reason is not in the question.
  const { name } = (request.body ?? {}) as Json;
  return path === 'svn' && status === 500 && typeof name === 'string' && name.includes('/');
}

const WRONG_KEY = `tlp-k1-1.${'0'.repeat(64)}`;

/** Credentials that fail in the recorded way: none, another kind, badly formed, unknown. */
export function wrongCredentials({ request }: Recording): Record<string, string> {
  const key = request.headers.get('x-auth-accesskey');
  if (key !== null) return { 'X-Auth-AccessKey': key.startsWith('<') ? WRONG_KEY : key };
  const authorization = request.headers.get('authorization');
  if (authorization?.startsWith('Bearer')) return { Authorization: 'Bearer nope' };
  if (authorization !== null) return { Authorization: `Basic ${btoa('nobody:wrong')}` };
  const token = request.headers.get('x-auth-token');
  if (token === null) return {};
  const user = request.headers.get('x-auth-userid');
  return { 'X-Auth-Token': 'deadbeef', ...(user === null ? {} : { 'X-Auth-UserId': '102' }) };
}

import { atom } from '../clock';
import { emptyOk, json, pageHeaders, readPage, refuse, reject } from '../http';
import type { Call, SandboxAccessKey, SandboxUser } from '../model';
import { bodyOf, type Fields, texts } from '../platform/validate';
import { newSecret } from './tokens';

const SCOPES = ['write:rest', 'write:svn'];

function shape(key: SandboxAccessKey) {
  return {
    id: key.id,
    creation_date: atom(key.createdAt),
    expiration_date: key.expiresAt === null ? null : atom(key.expiresAt),
    description: key.description,
    last_used_on: key.lastUsedAt === null ? null : atom(key.lastUsedAt),
    last_used_by: key.lastUsedAt === null ? null : '127.0.0.1',
    scopes: key.scopes.map((identifier) => ({ identifier })),
  };
}

const ATOM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)$/;

function expiration(fields: Fields, now: number): number | null {
  const value = fields.expiration_date;
  if (value === undefined || value === null || value === '') return null;
  const isDate = typeof value === 'string' && ATOM.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDate) return refuse(400, 'Please provide a valid ISO-8601 date for expiration_date');
  const instant = Math.floor(Date.parse(value) / 1000);
  return instant > now ? instant : refuse(400, 'You cannot create an already expired access key');
}

/** Scopes that nobody knows are left out; none that is known is an error (auth/26, auth/27). */
function scopesOf(fields: Fields): string[] {
  if (fields.scopes === undefined || fields.scopes === null) return ['write:rest'];
  const asked = texts(fields, 'scopes');
  const malformed = asked.find((scope) => !/^[a-z]+:[a-z_]+$/.test(scope));
  if (malformed !== undefined) {
    return refuse(
      400,
      `${malformed} does not have the expected format of an access key scope identifier`,
    );
  }
  const known = asked.filter((scope) => SCOPES.includes(scope));
  return known.length > 0
    ? known
    : refuse(400, 'No valid access key scope identifier has been given');
}

function create({ world, body }: Call, user: SandboxUser): Response {
  const fields = bodyOf(body, {
    name: 'access_key',
    type: 'Tuleap\\User\\AccessKey\\REST\\AccessKeyPOSTRepresentation',
  });
  const now = Math.floor(world.now() / 1000);
  const expiresAt = expiration(fields, now);
  const scopes = scopesOf(fields);
  const id = world.nextId.accessKey++;
  const identifier = `tlp-k1-${id}.${newSecret(world)}`;
  const description = typeof fields.description === 'string' ? fields.description.trim() : '';
  world.accessKeys.set(id, {
    id,
    userId: user.id,
    identifier,
    description,
    scopes,
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
  });
  return json({ identifier }, { status: 201 });
}

function ownKey(call: Call, user: SandboxUser, which: string): SandboxAccessKey {
  if (which !== 'self' && !/^\d+$/.test(which)) {
    return reject('Invalid value specified for `id`. Expecting integer value');
  }
  const used = call.request.headers.get('x-auth-accesskey');
  const key = [...call.world.accessKeys.values()].find((candidate) =>
    which === 'self' ? candidate.identifier === used : String(candidate.id) === which,
  );
  return key?.userId === user.id ? key : refuse(404);
}

function listOf(call: Call, user: SandboxUser): Response {
  const page = readPage(call, { default: 50, max: 50 });
  if (Number(call.parts[1]) !== user.id) refuse(403, 'You can only access to your own access keys');
  const own = [...call.world.accessKeys.values()].filter((key) => key.userId === user.id);
  return json(own.slice(page.offset, page.offset + page.limit).map(shape), {
    headers: pageHeaders(page, own.length),
  });
}

/** `POST /access_keys`, `GET` and `DELETE /access_keys/:id`, `GET /users/:id/access_keys`: own ones only. */
export function accessKeys(call: Call): Response | undefined {
  const [first, second, third] = call.parts;
  const { user } = call;
  if (!user) return undefined;
  if (first === 'users' && third === 'access_keys') return listOf(call, user);
  if (first !== 'access_keys') return undefined;
  if (second === undefined) return create(call, user);
  const key = ownKey(call, user, second);
  if (call.method === 'GET') return json(shape(key));
  call.world.accessKeys.delete(key.id);
  return emptyOk();
}

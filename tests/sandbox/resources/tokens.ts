import { byPassword } from '../auth';
import { emptyOk, json, problem, refuse } from '../http';
import type { Call, World } from '../model';
import { isFields, text } from '../platform/validate';

const day = 86_400;

/** 64 hexadecimal digits that no other call gives: drawn from a number that only goes up. */
export function newSecret(world: World): string {
  const number = world.nextId.token++;
  let state = number * 2_654_435_761;
  let secret = '';
  while (secret.length < 64) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + number;
    secret += (state >>> 0).toString(16).padStart(8, '0');
  }
  return secret.slice(0, 56) + number.toString(16).padStart(8, '0');
}

function create(call: Call): Response {
  const fields = isFields(call.body) ? call.body : {};
  const username = text(fields, 'username');
  const password = text(fields, 'password');
  const user = byPassword(call.world, username, password);
  if (!user) return refuse(401, 'Invalid Password Or User Name');
  if (user.status === 'S') return refuse(403);
  const token = newSecret(call.world);
  const endsAt = Math.floor(call.world.now() / 1000) + day;
  call.world.tokens.set(token, { userId: user.id, endsAt });
  return json({ user_id: user.id, token, uri: `tokens/${token}` }, { status: 201 });
}

function removeAll({ world, user }: Call): Response {
  for (const [token, { userId }] of world.tokens) {
    if (userId === user?.id) world.tokens.delete(token);
  }
  return emptyOk();
}

/** `POST /tokens`, `DELETE /tokens`, `DELETE /tokens/:token` (own ones only; a token ends after 24 hours). */
export function tokens(call: Call): Response | undefined {
  if (call.parts[0] !== 'tokens') return undefined;
  const [, token] = call.parts;
  if (call.method === 'POST') return create(call);
  if (token === undefined) return removeAll(call);
  const known = call.world.tokens.get(token);
  if (known?.userId !== call.user?.id) return problem(404);
  call.world.tokens.delete(token);
  return emptyOk();
}

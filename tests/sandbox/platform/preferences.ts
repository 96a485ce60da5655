import { emptyOk, json, refuse, reject, textParam } from '../http';
import type { Call } from '../model';
import { isFields, text } from './validate';

/** What a database column of type `text` holds, in bytes; the rest is cut without a word (users/43, 44). */
const LIMIT = 65_535;

function cut(value: string): string {
  const bytes = new TextEncoder().encode(value);
  if (bytes.length <= LIMIT) return value;
  // A character that the cut goes through is lost as a whole.
  return new TextDecoder().decode(bytes.slice(0, LIMIT)).replace(/\uFFFD$/, '');
}

/** `GET`, `PATCH` and `DELETE /users/:id/preferences`: free keys and texts of one's own. */
export function preferences(call: Call): Response {
  const { world, user, method } = call;
  const fields = isFields(call.body) ? call.body : {};
  const name = method === 'PATCH' ? text(fields, 'key') : textParam(call, 'key');
  if (name === undefined) return reject('`key` is required.');
  const which = call.parts[1];
  if (which !== 'self' && Number(which) !== user?.id) {
    const verb = method === 'GET' ? 'access' : 'set';
    return refuse(403, `You can only ${verb} your own preferences`);
  }
  const key = `${user?.id}/${name}`;
  if (method === 'GET') return json({ key: name, value: world.preferences.get(key) ?? false });
  if (method === 'DELETE') world.preferences.delete(key);
  else world.preferences.set(key, cut(text(fields, 'value')));
  return emptyOk();
}

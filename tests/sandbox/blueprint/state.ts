import type { World } from '../model';
import type { Reader, SourceProject } from './model';
import { readers } from './people';
import { refuseBlueprint } from './refusal';
import { seedBlueprint } from './seed';

interface BlueprintState {
  projects: SourceProject[];
  tokens: Map<string, { reader: Reader; endsAt: number }>;
}

/** By the world itself: one that is reset starts afresh here too. */
const states = new WeakMap<World, BlueprintState>();

/** As in the printed example; whether it slides on use is not documented, so it does not. */
const LIFETIME = 30 * 60_000;

/** The Blueprint of a world, seeded on first use. */
export function stateOf(world: World): BlueprintState {
  let state = states.get(world);
  if (!state) {
    state = { projects: seedBlueprint(world.now()), tokens: new Map() };
    states.set(world, state);
  }
  return state;
}

const unauthorized = (): never => refuseBlueprint(401, 'Unauthorized call.');

/** A new token for the pair of an `Authorization: Basic …`, encoded as UTF-8; 400 for an empty header, else 401. */
export function logIn(world: World, header: string | null): { token: string; endsAt: number } {
  if (header?.trim() === '') return refuseBlueprint(400, 'The authorization header is empty.');
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return unauthorized();
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const reader = readers.find(
    ({ username, password }) =>
      username === pair.slice(0, colon) && password === pair.slice(colon + 1),
  );
  if (!reader) return unauthorized();
  const { tokens } = stateOf(world);
  const endsAt = world.now() + LIFETIME;
  const token = Buffer.from(`${reader.username}:${tokens.size}:${crypto.randomUUID()}`).toString(
    'base64',
  );
  tokens.set(token, { reader, endsAt });
  return { token, endsAt };
}

/** Whose token it is; 401 when it is missing, unknown or over. */
export function readerOf(world: World, header: string | null): Reader {
  const token = /^BlueprintToken\s+(\S+)$/i.exec(header ?? '')?.[1];
  const known = token === undefined ? undefined : stateOf(world).tokens.get(token);
  return known && known.endsAt > world.now() ? known.reader : unauthorized();
}

import type { World } from '../model';
import { sandboxPeople } from '../people';
import { colleagues } from './colleagues';

const day = 86_400;

function seedKeys(world: World): void {
  const createdAt = Math.floor(world.now() / 1000) - 90 * day;
  for (const { id: userId, accessKey } of Object.values(sandboxPeople)) {
    const id = Number(/^tlp-k1-(\d+)\./.exec(accessKey)?.[1]);
    world.accessKeys.set(id, {
      id,
      userId,
      identifier: accessKey,
      description: 'Parterre',
      scopes: ['write:rest'],
      createdAt,
      expiresAt: null,
      lastUsedAt: null,
    });
  }
}

/** Everybody who can sign in, with one access key each, and the colleagues. */
export function seedPeople(world: World): void {
  for (const person of Object.values(sandboxPeople)) world.users.push({ ...person });
  for (const colleague of colleagues) {
    world.users.push({
      ...colleague,
      email: `${colleague.username}@example.org`,
      password: `${colleague.username}-password`,
      accessKey: '',
      isSiteAdmin: false,
      status: 'A',
      role: '',
      note: '',
    });
  }
  seedKeys(world);
}

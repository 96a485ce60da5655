import type { World } from '../model';
import { sandboxPeople } from '../people';

/** Everybody who can sign in, with one access key each. */
export function seedPeople(world: World): void {
  const createdAt = Math.floor(world.now() / 1000) - 90 * 86_400;
  for (const person of Object.values(sandboxPeople)) {
    world.users.push({ ...person });
    const id = Number(/^tlp-k1-(\d+)\./.exec(person.accessKey)?.[1]);
    world.accessKeys.set(id, {
      id,
      userId: person.id,
      identifier: person.accessKey,
      description: 'Parterre',
      scopes: ['write:rest'],
      createdAt,
      expiresAt: null,
      lastUsedAt: null,
    });
  }
}

import type { ActingAs } from '../asking/order';
import { ApiError, hasStatus } from '../error';
import type { Person } from '../session';
import { type Self, userByName, whoIs } from '../users';
import { accessKeysOf } from './accessKeys';
import { askOpenly } from './openness';
import { type Refusal, refused } from './ways';

function personOf({ id, username, real_name }: Self): Person {
  return { id, username, realName: real_name };
}

/** Nobody: what a platform that is open shows to everybody. */
const nobody: Person = { id: 0, username: 'anonymous', realName: 'Not signed in' };

/** A person's keys are shown to that person alone (auth/33), so the list says whose the key is. */
async function ownsTheKey(as: ActingAs, id: number): Promise<'yes' | 'no' | 'unknown'> {
  try {
    await accessKeysOf(id, as);
    return 'yes';
  } catch (error) {
    if (hasStatus(error, 403)) return 'no';
    // The preflight of this route fails on some versions (conventions.md §3).
    if (error instanceof ApiError) return 'unknown';
    throw error;
  }
}

async function byTypedName(as: ActingAs, name: string): Promise<Person | Refusal> {
  const user = await userByName(as, name);
  if (!user) return refused('username', `The server knows nobody called ${name}.`);
  const person = personOf(user);
  // A password has proven the name it was sent with.
  if (as.credentials?.way !== 'accessKey') return person;
  const isOwner = await ownsTheKey(as, user.id);
  if (isOwner === 'no') return refused('username', `This access key does not belong to ${name}.`);
  return isOwner === 'yes' ? person : { ...person, isUnverified: true };
}

/**
 * Who the credentials belong to, as the server says it (features C2). From another origin the preflight of `users/self` fails
 * (cors/27): there it is the number that came with the token, or the typed name, held against what only its owner may see.
 * Throws `ApiError`, 401 when the server knows nobody.
 */
export async function identify(as: ActingAs, typedName: string): Promise<Person | Refusal> {
  const { credentials, connection } = as;
  if (credentials?.way === 'anonymous') {
    await askOpenly(as);
    return nobody;
  }
  if (connection.url === '') return personOf(await whoIs(as, 'self'));
  if (credentials?.way === 'token') return personOf(await whoIs(as, credentials.userId));
  return byTypedName(as, typedName);
}

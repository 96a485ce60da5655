import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Artifact } from '~/api/artifacts/read';
import { changesetsQuery } from '~/api/changesets/history';
import { useSession } from '~/api/session';
import type { MinimalUser } from '~/api/users';
import { personName } from '~/fields/people/names';
import type { Mentionable } from './comment/mention';

type Person = Pick<MinimalUser, 'id' | 'real_name' | 'display_name' | 'username'>;

/** Everybody whom the artifact and the loaded part of its history name; asks for nothing itself. */
function useNamed(artifact: Artifact): readonly Person[] {
  const { data } = useInfiniteQuery({ ...changesetsQuery(artifact.id), enabled: false });
  return useMemo(() => {
    const writers = (data?.pages ?? [])
      .flatMap(({ changesets }) => changesets)
      .map(({ submitted_by_details }) => submitted_by_details);
    const { submitted_by_user, last_update_by_user, assignees } = artifact;
    return [submitted_by_user, last_update_by_user, ...assignees, ...writers].filter(
      (person) => person !== null,
    );
  }, [artifact, data]);
}

/** The same people by login and name, without the one who is signed in: those whom a comment may tell. */
export function usePeopleAround(artifact: Artifact): readonly Mentionable[] {
  const me = useSession().session?.person;
  const named = useNamed(artifact);
  return useMemo(
    () =>
      named
        .filter(({ username }) => username !== null && username !== me?.username)
        .map((person) => ({ login: person.username ?? '', label: personName(person) })),
    [named, me],
  );
}

/** Everybody whom the artifact and the loaded part of its history name, by user id; asks for nothing itself. */
export function useKnownPeople(artifact: Artifact): ReadonlyMap<number, string> {
  const me = useSession().session?.person;
  const named = useNamed(artifact);
  return useMemo(() => {
    const names = new Map<number, string>();
    if (me) names.set(me.id, personName({ real_name: me.realName, username: me.username }));
    for (const person of named) {
      if (typeof person.id === 'number') names.set(person.id, personName(person));
    }
    return names;
  }, [named, me]);
}

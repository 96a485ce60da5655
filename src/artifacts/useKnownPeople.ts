import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Artifact } from '~/api/artifacts';
import { changesetsQuery } from '~/api/changesets';
import { useSession } from '~/api/session';
import { personName } from '~/fields/people/names';

/** Everybody whom the artifact and the loaded part of its history name, by user id; asks for nothing itself. */
export function useKnownPeople(artifact: Artifact): ReadonlyMap<number, string> {
  const me = useSession().session?.person;
  const { data } = useInfiniteQuery({ ...changesetsQuery(artifact.id), enabled: false });
  return useMemo(() => {
    const writers = (data?.pages ?? [])
      .flatMap(({ changesets }) => changesets)
      .map(({ submitted_by_details }) => submitted_by_details);
    const { submitted_by_user, last_update_by_user, assignees } = artifact;
    const names = new Map<number, string>();
    if (me) names.set(me.id, personName({ real_name: me.realName, username: me.username }));
    for (const person of [submitted_by_user, last_update_by_user, ...assignees, ...writers]) {
      if (typeof person?.id === 'number') names.set(person.id, personName(person));
    }
    return names;
  }, [artifact, data, me]);
}

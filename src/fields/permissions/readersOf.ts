import type { GroupPeople } from '~/api/userGroups';
import type { MinimalUser } from '~/api/users';

/** The people of several groups, each once; `most` counts those too whose names were not read, and somebody maybe twice. */
export function readersOf(groups: readonly GroupPeople[]): {
  people: MinimalUser[];
  most: number;
  isMeIn: boolean;
} {
  const people = [
    ...new Map(groups.flatMap((group) => group.people).map((user) => [user.id, user])).values(),
  ];
  const unread = groups.reduce((sum, group) => sum + group.total - group.people.length, 0);
  return {
    people,
    most: people.length + unread,
    isMeIn: groups.some(({ hasMe }) => hasMe),
  };
}

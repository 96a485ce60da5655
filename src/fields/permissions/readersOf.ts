import type { GroupPeople } from '~/api/userGroups';
import type { MinimalUser } from '~/api/users';

/** Who may see an artifact by its groups, as far as the server tells. */
export interface Readership {
  /** Each once, whose names were read. */
  people: MinimalUser[];
  /** How many in all of these; somebody of a long group maybe twice. */
  most: number;
  /** The labels of groups whose people the server does not show. */
  hidden: string[];
  /** Undefined where that cannot be known. */
  isMeIn: boolean | undefined;
}

/** A group, and its people where they were shown. */
export interface AskedGroup {
  id: string;
  label: string;
  shown: GroupPeople | undefined;
}

/** The people of several groups together; `mine` are the groups that I belong to, where that is known. */
export function readersOf(
  groups: readonly AskedGroup[],
  mine: readonly string[] | undefined,
): Readership {
  const shown = groups.flatMap((group) => group.shown ?? []);
  const people = [
    ...new Map(shown.flatMap((group) => group.people).map((user) => [user.id, user])).values(),
  ];
  const unread = shown.reduce((sum, group) => sum + group.total - group.people.length, 0);
  const hidden = groups.filter((group) => group.shown === undefined);
  const isIn = shown.some(({ hasMe }) => hasMe) || hidden.some(({ id }) => mine?.includes(id));
  return {
    people,
    most: people.length + unread,
    hidden: hidden.map(({ label }) => label),
    isMeIn: isIn || hidden.length === 0 || mine ? isIn : undefined,
  };
}

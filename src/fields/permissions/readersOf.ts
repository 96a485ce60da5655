import type { GroupPeople } from '~/api/userGroups';
import type { MinimalUser } from '~/api/users';

/** Who may see an artifact by its groups, as far as the server tells. */
export interface Readership {
  /** Each once, whose names were read. */
  people: MinimalUser[];
  /** How many in all of these; somebody of a long group maybe twice. */
  most: number;
  /** The labels of groups whose people the server does not show, and of those that could not be read now. */
  hidden: string[];
  unread: string[];
  /** Undefined where that cannot be known. */
  isMeIn: boolean | undefined;
}

/** A group, and its people: null where they are not shown, undefined where they could not be read. */
export interface AskedGroup {
  id: string;
  label: string;
  shown: GroupPeople | null | undefined;
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
  const more = shown.reduce((sum, group) => sum + group.total - group.people.length, 0);
  const unseen = groups.filter((group) => !group.shown);
  const isIn = shown.some(({ hasMe }) => hasMe) || unseen.some(({ id }) => mine?.includes(id));
  const labels = (which: null | undefined) =>
    unseen.filter((group) => group.shown === which).map(({ label }) => label);
  return {
    people,
    most: people.length + more,
    hidden: labels(null),
    unread: labels(undefined),
    isMeIn: isIn || unseen.length === 0 || mine ? isIn : undefined,
  };
}

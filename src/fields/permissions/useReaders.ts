import { useQueries, useQuery } from '@tanstack/react-query';
import { groupPeopleQuery, ownGroupIdsQuery } from '~/api/userGroups';
import type { GrantedGroups } from './permissionsField';
import { type Readership, readersOf } from './readersOf';

/** Groups of the whole platform have no list of people: everybody, everybody signed in (projects.md §1). */
const platform: ReadonlySet<string> = new Set(['1', '2', '5']);

/**
 * The people behind granted groups. Whoever does not administer the project is not shown them: then it is asked which groups
 * one belongs to oneself.
 */
export function useReaders(groups: GrantedGroups): 'everybody' | 'looking' | Readership {
  const isOpen = groups.length === 0 || groups.some(({ id }) => platform.has(id));
  const asked = isOpen ? [] : groups;
  const answers = useQueries({ queries: asked.map(({ id }) => groupPeopleQuery(id)) });
  const isHidden = answers.some(({ isError, data }) => isError || data === null);
  const mine = useQuery({ ...ownGroupIdsQuery(), enabled: isHidden });
  if (isOpen) return 'everybody';
  if (answers.some(({ isPending }) => isPending) || mine.isLoading) return 'looking';
  const shown = asked.map((group, index) => ({ ...group, shown: answers[index]?.data }));
  return readersOf(shown, mine.data);
}

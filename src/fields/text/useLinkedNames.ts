import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { artifactsByIdsQuery } from '~/api/artifacts/read';
import { personQuery } from '~/api/users';
import { usePaused } from '~/links/usePaused';
import { linkNames, namesIn } from './references';

/**
 * Looks up which artifacts and people a text names, once it has stood still, and gives what makes links of them in its
 * nodes. A name that could not be looked up stays text: it is a preview, and the server decides.
 */
export function useLinkedNames(text: string): (fragment: DocumentFragment) => void {
  const paused = usePaused(text);
  const { ids, logins } = useMemo(() => namesIn(paused), [paused]);
  const { data: artifacts } = useQuery({ ...artifactsByIdsQuery(ids), enabled: ids.length > 0 });
  const people = useQueries({
    queries: logins.map((login) => personQuery(login)),
    combine: (answers) => answers.flatMap(({ data }) => data?.username ?? []).join(' '),
  });
  return useMemo(() => {
    const known = {
      xrefs: new Map((artifacts ?? []).map(({ id, xref }) => [id, xref])),
      logins: new Set(people.split(' ')),
    };
    return (fragment) => linkNames(fragment, known);
  }, [artifacts, people]);
}

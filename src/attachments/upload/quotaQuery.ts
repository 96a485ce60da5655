import { queryOptions } from '@tanstack/react-query';
import { scope } from '~/api/session';
import { readTemporaryFiles } from '~/api/temporaryFiles';

/** The person's files that are attached to nothing, and the room there is for such files. */
export function temporaryFilesQuery() {
  return queryOptions({
    queryKey: [...scope(), 'temporaryFiles'],
    queryFn: ({ signal }) => readTemporaryFiles(signal),
    staleTime: 5_000,
  });
}

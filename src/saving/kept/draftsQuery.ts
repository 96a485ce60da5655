import { queryOptions } from '@tanstack/react-query';
import { scope } from '~/api/session';
import { keptKey } from './heads';
import { listDrafts } from './list';

/** The drafts of this person on this server in this browser, whole. */
export function draftsQuery() {
  const profile = scope();
  return queryOptions({
    queryKey: [...keptKey('drafts'), 'list'],
    queryFn: () => listDrafts(profile),
    staleTime: 0,
  });
}

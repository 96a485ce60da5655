import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { scope, useSession } from '~/api/session';
import { lastWriters } from '~/conflicts/describe';
import { personName } from '~/fields/people/names';
import { authorOf } from '~/saving/changes';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { readNews } from '~/saving/restPort';

/** The name of whoever changed a field last since the draft was begun. */
export type WhoOf = (fieldId: number) => string;

/**
 * Who changed what between two versions (features X2, X10): the newer one names only who saved last, and several people
 * may have. Until the changesets are read, and for a field that none of them shows, it is that one.
 */
export function useWhoChanged(base: ArtifactSnapshot, newer: ArtifactSnapshot | undefined): WhoOf {
  const me = useSession().session?.person.id;
  const { id, last_modified_date: from } = base.artifact;
  const { data } = useQuery({
    queryKey: [...scope(), 'artifacts', id, 'since', from, newer?.artifact.last_modified_date],
    queryFn: () => readNews(base),
    enabled: newer !== undefined,
  });
  return useMemo(() => {
    const last = lastWriters(base, data?.since ?? []);
    const latest = newer ? personName(newer.artifact.last_update_by_user) : '';
    return (fieldId) => {
      const changeset = last.get(fieldId);
      if (!changeset) return latest;
      return changeset.submitted_by === me ? 'You, elsewhere,' : authorOf(changeset);
    };
  }, [base, data, newer, me]);
}

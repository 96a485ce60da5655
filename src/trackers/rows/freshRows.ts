import type { QueryClient } from '@tanstack/react-query';
import { artifactQuery, type LoadedArtifact } from '~/api/artifacts/read';
import type { Tracker } from '~/api/trackers';
import { artifactRow } from './artifactRow';
import type { LoadedRows } from './loadedRows';

/**
 * The rows with what is newer in the cache: an artifact that was opened, and perhaps saved, since they were loaded. The same
 * object when nothing is newer.
 */
export function freshRows(client: QueryClient, tracker: Tracker, loaded: LoadedRows): LoadedRows {
  let isChanged = false;
  const pages = loaded.pages.map((page) => {
    let isNewer = false;
    const rows = page.rows.map((row) => {
      const cached = client.getQueryData<LoadedArtifact>(artifactQuery(row.id).queryKey);
      if (!cached || Date.parse(cached.artifact.last_modified_date) <= Date.parse(row.changed)) {
        return row;
      }
      isNewer = true;
      return artifactRow(tracker, cached.artifact);
    });
    isChanged ||= isNewer;
    return isNewer ? { ...page, rows } : page;
  });
  return isChanged ? { ...loaded, pages } : loaded;
}

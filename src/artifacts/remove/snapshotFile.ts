import { readArtifact } from '~/api/artifacts/read';
import { newestChangesets } from '~/api/changesets/read';

export interface SnapshotFile {
  name: string;
  blob: Blob;
}

/** A name that every file system takes: `req-431.json`. */
export function snapshotName(xref: string): string {
  const plain = xref.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `${plain || 'artifact'}.json`;
}

/**
 * All that the server says about an artifact now, as JSON: values, the structure of its tracker, and every changeset from
 * the first on. The bytes of its files are not in it. Throws `ApiError`.
 */
export async function readSnapshotFile(id: number): Promise<SnapshotFile> {
  const { artifact } = await readArtifact(id);
  const { changesets } = await newestChangesets(id, Number.MAX_SAFE_INTEGER);
  const content = {
    saved_on: new Date().toISOString(),
    artifact,
    changesets: changesets.toReversed(),
  };
  return {
    name: snapshotName(artifact.xref),
    blob: new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }),
  };
}

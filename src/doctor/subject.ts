import * as z from 'zod/mini';
import { type Bench, headerOf, isPage, readAs } from './bench';

const artifactsSchema = z.array(
  z.looseObject({ id: z.int(), tracker: z.looseObject({ id: z.int() }) }),
);
const idsSchema = z.array(z.looseObject({ id: z.int() }));

/** An artifact that this person submitted or is assigned to, hence may probably change; the named one comes first. */
export async function artifactToTry(bench: Bench): Promise<number | undefined> {
  if (bench.artifact !== undefined) return bench.artifact;
  if (!bench.person) return undefined;
  const query = encodeURIComponent('{"assigned_to":true,"submitted_by":true}');
  const came = await bench.ask({
    method: 'GET',
    path: `/api/users/self/artifacts?query=${query}&limit=1`,
  });
  return readAs(came, artifactsSchema)?.[0]?.id;
}

/** A project that this person is a member of, else one that they may see. */
export async function projectToTry(bench: Bench): Promise<number | undefined> {
  const own = encodeURIComponent('{"is_member_of":true}');
  const mine = await bench.ask({ method: 'GET', path: `/api/projects?limit=1&query=${own}` });
  const found = readAs(mine, idsSchema)?.[0]?.id;
  if (found !== undefined) return found;
  const any = await bench.ask({ method: 'GET', path: '/api/projects?limit=1' });
  return readAs(any, idsSchema)?.[0]?.id;
}

/** The version that saves start from, as this page may read it. */
export interface Version {
  etag: string | null;
  lastModified: string | null;
  isCompressed: boolean;
}

/** The version of an artifact; undefined when it cannot be read. */
export async function versionOfArtifact(bench: Bench, id: number): Promise<Version | undefined> {
  const came = await bench.ask({ method: 'GET', path: `/api/artifacts/${id}` });
  if (came.kind === 'none' || came.status !== 200 || isPage(came)) return undefined;
  return {
    etag: headerOf(came, 'etag'),
    lastModified: headerOf(came, 'last-modified'),
    isCompressed: headerOf(came, 'content-encoding') !== null,
  };
}

import { queryOptions, skipToken } from '@tanstack/react-query';
import { readArtifact } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { scope } from '~/api/session';
import { readRepository } from '~/api/svn';
import { carried, fitWords } from '~/conflicts/fit';
import { askedRows, mergeArtifact } from '~/conflicts/mergeArtifact';
import { joinWords } from '~/lib/words/joinWords';
import type { DraftState } from '~/saving/draft/draftState';
import { type ArtifactSnapshot, snapshotOf } from '~/saving/draft/snapshot';
import { type KeptSvn, type ReopenedSvn, reopenSvn } from '~/saving/kept/svnAdapter';
import { readNews } from '~/saving/restPort';
import { svnSnapshotOf } from '~/saving/svn/svnSnapshot';

/** What became of an artifact since its draft was begun, in words. */
export interface Freshness {
  tone: 'calm' | 'look' | 'gone';
  words: string;
}

function newerWords(count: number): string {
  if (count === 0) return 'newer by a change that you may not see';
  return count === 1 ? '1 newer changeset' : `${count} newer changesets`;
}

function goneWords(error: ApiError): Freshness | null {
  if (error.status === 404) {
    return { tone: 'gone', words: 'deleted meanwhile; your text stays here to copy' };
  }
  if (error.status !== 403) return null;
  return { tone: 'gone', words: 'you may no longer see it; your text stays here to copy' };
}

function goneOf(error: unknown): Freshness {
  const gone = error instanceof ApiError ? goneWords(error) : null;
  if (!gone) throw error;
  return gone;
}

function settingsWords({ isNewer, overlap, isStored }: ReopenedSvn): Freshness {
  if (!isNewer) return { tone: 'calm', words: 'based on the newest settings' };
  if (isStored) return { tone: 'calm', words: 'the server holds all of it already' };
  return overlap.length === 0
    ? { tone: 'calm', words: 'the settings were changed since, no overlap' }
    : { tone: 'look', words: `the settings were changed since; look at ${joinWords(overlap)}` };
}

async function lookAtSettings(kept: KeptSvn): Promise<Freshness> {
  try {
    const now = svnSnapshotOf(await readRepository(kept.draft.base.id));
    if (now) return settingsWords(reopenSvn(kept, now).reopened);
    const words = 'you may no longer see the settings; your text stays here to copy';
    return { tone: 'gone', words };
  } catch (error) {
    return goneOf(error);
  }
}

/** The fields that a person has to look at once the draft comes together with that version. */
function overlapping(draft: DraftState, version: ArtifactSnapshot): string[] {
  return askedRows(mergeArtifact(draft, version)).map(({ field }) => field.label);
}

async function look(draft: DraftState): Promise<Freshness> {
  const { base } = draft;
  try {
    const loaded = await readArtifact(base.artifact.id);
    const { tracker } = loaded.artifact;
    if (tracker.id !== base.artifact.tracker.id) {
      const now = snapshotOf(loaded);
      const fit = carried(draft, now);
      const words = `moved to tracker ${tracker.label}: ${fitWords(fit)}`;
      const labels = overlapping(fit.state, now);
      const look = labels.length === 0 ? '' : `; look at ${joinWords(labels)}`;
      return { tone: 'look', words: `${words}${look}` };
    }
    const { version, since } = await readNews(base);
    const labels = overlapping(draft, version);
    return labels.length === 0
      ? { tone: 'calm', words: `${newerWords(since.length)}, no overlap` }
      : { tone: 'look', words: `${newerWords(since.length)}; look at ${joinWords(labels)}` };
  } catch (error) {
    return goneOf(error);
  }
}

/** What became of one artifact: asked only where the list of all says that it is another, or is not there. */
export function freshnessQuery(draft: DraftState | undefined) {
  const artifact = draft?.base.artifact;
  return queryOptions({
    queryKey: [...scope(), 'artifacts', artifact?.id, 'freshness', artifact?.last_modified_date],
    queryFn: draft ? () => look(draft) : skipToken,
    staleTime: 0,
  });
}

/** What became of the settings of a repository. */
export function settingsFreshnessQuery(kept: KeptSvn | undefined) {
  const repository = kept?.draft.base;
  return queryOptions({
    queryKey: [...scope(), 'svn', 'repository', repository?.id, 'freshness', kept?.head.savedAt],
    queryFn: kept ? () => lookAtSettings(kept) : skipToken,
    staleTime: 0,
  });
}

import type { OneProfile } from '~/api/signIn/oneProfile';
import { endLater, sidesOf } from '../journal/journal';
import { openTriesFromOthers } from '../journal/resume';
import { savedAs } from '../journal/savedAs';
import { keptVersion } from '../kept/artifactParts';
import { findLanded } from '../landed';
import type { Saved } from '../machine/states';
import { readNews } from '../restPort';

/**
 * A save of this artifact from the page of another one that landed while its tab was killed: with whom it overtook, which
 * nobody has looked at yet (features X8). Its entry in the journal is brought to its end. Null where there is none.
 */
export async function lostSaveAt(
  artifactId: number,
  { profile, me }: { profile: OneProfile; me: number },
): Promise<Saved | null> {
  for (const { id, change, joined } of await openTriesFromOthers({
    profile: profile.scope,
    artifactId,
  })) {
    const base = keptVersion((await sidesOf(profile.scope, id)).base);
    if (!base) continue;
    const news = await profile.read(readNews)(base);
    const noted = { change, me, base, joined };
    const changeset = findLanded(noted, news.since);
    if (!changeset) continue;
    const end = { outcome: 'landed', changeset: changeset.id, message: '' } as const;
    await endLater({ profile: profile.scope, id }, end);
    return savedAs(changeset, noted, news);
  }
  return null;
}

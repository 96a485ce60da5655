import type { ArtifactChange } from '~/api/artifacts/change';
import { type ArtifactSnapshot, isSameState } from '../draft/snapshot';
import { conditionOf, normalisedEtag } from './condition';
import { type Attempt, done, type News, type SaveJob, type SaveState } from './states';

/** The change as it is, over a version that holds nothing newer. */
export function plainAttempt({ change }: SaveJob, version: ArtifactSnapshot): Attempt {
  return { over: version, condition: conditionOf(version), change, joined: [], isPhantom: false };
}

/** Nothing would be sent. */
export function isEmpty({ values, comment }: ArtifactChange): boolean {
  return values.length === 0 && !comment;
}

/** The state in which the try goes out, or the end where there is nothing in it. */
export function toSend(attempt: Attempt): SaveState {
  const { change, over: version } = attempt;
  return isEmpty(change) ? done({ kind: 'unchanged', version }) : { step: 'writing', attempt };
}

/**
 * Whether a value may be another one than `over` holds. Changesets that this person may not see are left out of the list, so
 * the date counts too (artifacts.md §6). A comment of the version's own second replaces nothing: without a validator it
 * would stand in the way of every save.
 */
export function holdsNewValues(over: ArtifactSnapshot, { version, since }: News): boolean {
  const newest = since.at(-1);
  return (
    version.artifact.last_modified_date !== over.artifact.last_modified_date ||
    (newest !== undefined && !isSameState(newest, over))
  );
}

/** Whether a 412 has its reason: what was read then is not what the write went over, by its values or by its tag. */
export function isNewer({ over }: Attempt, news: News): boolean {
  const tags = [over.etag, news.version.etag].map((etag) => normalisedEtag(etag ?? ''));
  const isOtherTag = !tags.includes('') && tags[0] !== tags[1];
  return isOtherTag || holdsNewValues(over, news);
}

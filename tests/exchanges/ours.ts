import { createHash } from 'node:crypto';
import { type Recording, readRecordings, recordingsFolder } from './recordings';

/** What the recordings beside the repository say, as one number: other folders, and parts of this one, have others. */
const known = 'afad32b84dec5dd6f464ee4778925eaa55ba1f6b5d39f2986cb5479b9a36df68';

function digestOf(recordings: readonly Recording[]): string {
  const hash = createHash('sha256');
  for (const { file, method, path, query, request, status, headers, body } of recordings) {
    const asked = [file, method, path, String(query), [...request.headers], request.body];
    hash.update(JSON.stringify([asked, status, [...headers], body]));
  }
  return hash.digest('hex');
}

const digest = digestOf(readRecordings(recordingsFolder));

/**
 * Whether the suites read the recordings that stood beside the repository when the lists below were written. Of these it is
 * known what cannot be compared, and a question that silently stops being asked is a fault; of any others it is only told.
 */
export const areOurs = digest === known;

/** The line that says so under a printed table. */
export const pinned = areOurs
  ? 'What is left out of these recordings is pinned.'
  : `These are other recordings (${digest}) than those of which it is pinned what is left out.`;

/** Questions with no equivalent in the sandbox, by file. */
export const notAsked: readonly string[] = [
  'artifacts/166-delete-artifact-when-deletion-is-switched-off.json',
  'artifacts/176-post-artifact-as-xml-answered-in-json.json',
  'artifacts/33-post-artifact-list-value-that-does-not-exist.json',
  'attachments/36-put-artifact-attach-file-of-another-artifact.json',
  'errors/14-post-text-plain.json',
  'errors/15-post-form-encoded.json',
  'errors/39-post-valid-json-with-a-vendor-json-content-type.json',
  'links/28-put-links-ids-as-plain-numbers.json',
  'trackers/101-get-tracker-artifacts-expert-query-wrong-type-for-int.json',
  'trackers/102-get-tracker-artifacts-expert-query-unknown-list-value.json',
  'trackers/103-get-tracker-artifacts-expert-query-bad-date.json',
  'trackers/104-get-tracker-artifacts-expert-query-operator-not-allowed-on-text.json',
  'trackers/64-get-tracker-artifacts-query-select-box-label-instead-of-id.json',
  'trackers/93-get-tracker-artifacts-expert-query-artifact-id.json',
];

/** Keys that come and go with the data, were recorded, and that no answer of the sandbox to the same questions has. */
export const notSent: readonly string[] = [
  'GET /trackers/:id: .semantics.initial_effort',
  'GET /trackers/:id: .semantics.timeframe',
  'GET /artifacts/:id: .tracker.semantics.initial_effort',
];

/** Recorded writes that the app does not write like that, or in part: why is printed. */
export const notWritten: readonly string[] = [
  'artifacts/23-post-artifact-with-values-by-field.json',
  'artifacts/24-post-artifact-with-values-by-field-html-text.json',
  'artifacts/28-post-artifact-from-artifact.json',
  'artifacts/35-post-artifact-read-only-field.json',
  'artifacts/83-put-artifact-date-given-an-iso-datetime.json',
  'artifacts/86-put-artifact-date-malformed.json',
  'artifacts/134-put-artifact-read-only-field.json',
  'artifacts/176-post-artifact-as-xml-answered-in-json.json',
  'artifacts/189-put-artifact-date-at-the-end-of-a-winter-day-in-another-zone.json',
  'errors/37-post-valid-json-without-content-type.json',
  'errors/38-post-valid-json-with-charset-in-the-content-type.json',
  'links/41-put-parent.json',
];

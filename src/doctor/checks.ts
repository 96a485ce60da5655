import type { Check } from './check';
import { changesetsCheck } from './checks/changesets';
import { ifMatchCheck, ifUnmodifiedSinceCheck } from './checks/conditions';
import { etagCheck } from './checks/etag';
import { bodyCheck, chunkCheck, downloadCheck, quotaCheck, uploadCheck } from './checks/files';
import { listsCheck } from './checks/lists';
import { clockCheck, corsCheck, originCheck, serverCheck, versionCheck } from './checks/reach';
import { svnCheck, trackersCheck } from './checks/services';
import { basicCheck, challengeCheck, tokensCheck, whoCheck } from './checks/signIn';
import { tagsCheck } from './checks/tags';

/** Every line of the doctor, in its order. To add one: a check beside its like, and its name here. */
export const checks: readonly Check[] = [
  serverCheck,
  versionCheck,
  originCheck,
  corsCheck,
  clockCheck,
  listsCheck,
  whoCheck,
  tokensCheck,
  basicCheck,
  challengeCheck,
  etagCheck,
  ifMatchCheck,
  ifUnmodifiedSinceCheck,
  changesetsCheck,
  tagsCheck,
  uploadCheck,
  bodyCheck,
  chunkCheck,
  quotaCheck,
  downloadCheck,
  trackersCheck,
  svnCheck,
];

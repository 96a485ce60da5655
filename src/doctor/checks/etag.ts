import { amber, type Check, type Finding, green } from '../check';
import { artifactToTry, type Version, versionOfArtifact } from '../subject';
import { noArtifact, nobody } from './toTry';

const mangled: readonly [RegExp, string][] = [
  [/^W\//, 'marks it as weak (W/)'],
  [/"/, 'puts it in quotes'],
  [/-gzip\b/, 'adds -gzip to it'],
];

/** What was done to an ETag, which Tuleap sends as a bare number (live-facts.md, Concurrency); empty when nothing. */
export function whatMangled(etag: string): string[] {
  if (/^\d+$/.test(etag)) return [];
  const known = mangled.filter(([sign]) => sign.test(etag)).map(([, what]) => what);
  return known.length > 0 ? known : ['replaces it'];
}

function etagFinding({ etag, isCompressed }: Version): Finding {
  if (etag === null) {
    return amber({
      came: isCompressed
        ? 'No ETag comes: the proxy compresses the answers and drops it.'
        : 'No ETag comes: a proxy drops it.',
      without: 'Saves are checked by the time of the last change alone (If-Unmodified-Since).',
      mend: 'Switch off compression for /api in the proxy.',
      topic: 'etag',
    });
  }
  const how = whatMangled(etag);
  if (how.length === 0) return green(`Comes as the server sends it: ${etag}.`);
  return amber({
    came: `The proxy ${how.join(' and ')}: ${etag}.`,
    without:
      'Each save costs one more request: the first is answered 412 and sent again with the plain number.',
    mend: 'Switch off compression for /api in the proxy.',
    topic: 'etag',
  });
}

/** The version that a save starts from: there, mangled (features D3), or dropped. */
export const etagCheck: Check = {
  id: 'etag',
  title: 'ETag',
  group: 'Saving',
  async run(bench) {
    const stop = nobody(bench);
    if (stop) return stop;
    const id = await artifactToTry(bench);
    const version = id === undefined ? undefined : await versionOfArtifact(bench, id);
    if (version === undefined) return noArtifact;
    if (bench.isFar && version.etag === null) {
      return amber({
        came: 'The ETag cannot be read from another address.',
        without: 'Conflict detection runs in fallback mode: changeset comparison.',
        mend: 'Serve Parterre and Tuleap at one address with the proxy text.',
        topic: 'all',
      });
    }
    return etagFinding(version);
  },
};

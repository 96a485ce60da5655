import type { LoggedRequest } from '~/api/requests/log';
import { formatBytes } from '~/lib/numbers';

type Headers = Readonly<Record<string, string>>;

function count(headers: Headers, name: string): number | null {
  const text = headers[name] ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

function pages(headers: Headers): string | null {
  const [limit, most] = [
    count(headers, 'x-pagination-limit'),
    count(headers, 'x-pagination-limit-max'),
  ];
  const [offset, size] = [
    count(headers, 'x-pagination-offset'),
    count(headers, 'x-pagination-size'),
  ];
  if (limit === null && most === null && size === null) return null;
  const parts = [
    limit === null ? null : `${limit.toLocaleString()} asked for`,
    most === null ? null : `at most ${most.toLocaleString()} at once`,
    offset === null ? null : `from number ${(offset + 1).toLocaleString()}`,
    size === null ? null : `${size.toLocaleString()} in all`,
  ];
  return `Page: ${parts.filter((part) => part !== null).join(', ')}.`;
}

function files(headers: Headers): string | null {
  const [quota, used] = [count(headers, 'x-quota'), count(headers, 'x-disk-usage')];
  if (quota === null || used === null) return null;
  const left = Math.max(0, quota - used);
  return `Files not attached yet: ${formatBytes(used)} of ${formatBytes(quota)} taken, ${formatBytes(left)} left.`;
}

function rate(headers: Headers): string | null {
  const [limit, left] = [
    count(headers, 'x-ratelimit-limit'),
    count(headers, 'x-ratelimit-remaining'),
  ];
  if (limit === null || left === null) return null;
  return `Deletions: ${left.toLocaleString()} of ${limit.toLocaleString()} left within 24 hours.`;
}

function piece(headers: Headers): string | null {
  const chunk = count(headers, 'x-upload-max-file-chunksize');
  return chunk === null ? null : `Upload: at most ${formatBytes(chunk)} in one piece.`;
}

/**
 * The quotas and limits that an answer tells in its headers (lower-case names), each as a sentence (features A5;
 * conventions.md §4, §8, attachments.md §4). Another origin may not read most of them.
 */
export function limitsOf(headers: Headers): string[] {
  const wait = headers['retry-after'];
  return [
    pages(headers),
    files(headers),
    piece(headers),
    rate(headers),
    wait === undefined
      ? null
      : /^\d+$/.test(wait)
        ? `The server asks to wait ${wait} seconds.`
        : `The server asks to wait until ${wait}.`,
  ].filter((words) => words !== null);
}

/** `/api/trackers/81/artifacts?limit=50` → `trackers/…/artifacts`. */
function listOf(path: string): string {
  const [route = ''] = path.replace(/^\/api\//, '').split('?');
  return route.replace(/\/\d+/g, '/…');
}

/** How much of which list comes at once, as its newest answer said. */
function atOnce(newest: readonly LoggedRequest[]): string | null {
  const most = new Map<string, number>();
  for (const { path, answerHeaders } of newest) {
    const limit = count(answerHeaders, 'x-pagination-limit-max');
    if (limit !== null && !most.has(listOf(path))) most.set(listOf(path), limit);
  }
  const lists = [...most].map(([list, limit]) => `${list} ${limit.toLocaleString()}`);
  return lists.length === 0 ? null : `At most at once: ${lists.join(', ')}.`;
}

/**
 * What the answers so far told of quotas and limits, the newest word on each (features A5): room for files, pieces, deletions,
 * and how much of which list comes at once. Of one server: `log` is oldest first.
 */
export function limitsSeen(log: readonly LoggedRequest[]): string[] {
  const newest = log.toReversed();
  const last = (say: (headers: Headers) => string | null) =>
    newest.map(({ answerHeaders }) => say(answerHeaders)).find((words) => words !== null);
  return [last(files), last(piece), last(rate), atOnce(newest)].filter(
    (words) => words !== null && words !== undefined,
  );
}

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

/**
 * The quotas and limits that an answer tells in its headers (lower-case names), each as a sentence (features A5;
 * conventions.md §4, §8, attachments.md §4). Another origin may not read most of them.
 */
export function limitsOf(headers: Headers): string[] {
  const chunk = count(headers, 'x-upload-max-file-chunksize');
  const wait = headers['retry-after'];
  return [
    pages(headers),
    files(headers),
    chunk === null ? null : `Upload: at most ${formatBytes(chunk)} in one piece.`,
    rate(headers),
    wait === undefined
      ? null
      : /^\d+$/.test(wait)
        ? `The server asks to wait ${wait} seconds.`
        : `The server asks to wait until ${wait}.`,
  ].filter((words) => words !== null);
}

/**
 * Seconds that the server asks to wait (`Retry-After`: seconds or an HTTP date), or null when it does not say.
 * `now` in Unix milliseconds; a date in the past is 0.
 */
export function retryAfter(headers: Headers | undefined, now = Date.now()): number | null {
  const text = headers?.get('retry-after')?.trim();
  if (!text) return null;
  if (/^\d+$/.test(text)) return Number(text);
  const date = Date.parse(text);
  if (Number.isNaN(date)) return null;
  // The two clocks may differ: the answer's own Date is the better "now" (reliability G10).
  const serverNow = Date.parse(headers?.get('date') ?? '');
  return Math.max(0, Math.ceil((date - (Number.isNaN(serverNow) ? now : serverNow)) / 1000));
}

/** `30 seconds`, `2 minutes`, `3 hours`: how long to wait, rounded up. */
export function waitInWords(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [Math.max(1, seconds), 'second']
      : seconds < 5400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

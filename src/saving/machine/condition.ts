/**
 * What a write is guarded by. `compared`: the server gave no validator (a proxy dropped the ETag, or another origin may
 * not read it), so the newest state was read and compared right before the write (reliability M1, M3).
 */
export type Condition =
  | { kind: 'etag'; value: string }
  | { kind: 'date'; value: string }
  | { kind: 'compared' };

export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** The strongest guard that these validators allow; the ETag byte for byte, never quoted and never stripped. */
export function conditionOf({ etag, lastModified }: Validators): Condition {
  if (etag !== null) return { kind: 'etag', value: etag };
  if (lastModified !== null) return { kind: 'date', value: lastModified };
  return { kind: 'compared' };
}

/** `W/"1767-gzip"` → `1767`: what proxies add to a validator, taken off (features D3). */
export function normalisedEtag(etag: string): string {
  return etag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/-gzip$/, '');
}

/**
 * Another guard for a version that the server refused with 412 although nothing is newer: the cleaned ETag, else the date.
 * Null when there is nothing else to try.
 */
export function otherCondition(refused: Condition, validators: Validators): Condition | null {
  if (refused.kind === 'etag') {
    const value = normalisedEtag(refused.value);
    if (value !== refused.value) return { kind: 'etag', value };
    if (validators.lastModified !== null) return { kind: 'date', value: validators.lastModified };
  }
  return null;
}

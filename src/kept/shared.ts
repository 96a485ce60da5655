const SHARED = 'parterre.shared';

/**
 * Whether this is a computer that others use too: then no writer of `kept/` keeps anything (features Z9). The flag
 * itself holds nothing about anybody, so it is kept per browser.
 */
export function isShared(): boolean {
  try {
    return localStorage.getItem(SHARED) === 'on';
  } catch {
    // Where not even a flag can be stored, IndexedDB says for itself that it keeps nothing.
    return false;
  }
}

/** Says that this is a shared computer, or that it is not. What is already kept stays until it is wiped. */
export function setShared(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(SHARED, 'on');
    else localStorage.removeItem(SHARED);
  } catch {
    // As above.
  }
}

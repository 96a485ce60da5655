import { readStored, SHARED_KEY, writeStored } from '~/lib/storage';

/**
 * Whether this is a computer that others use too: then no writer of `kept/` and of `lib/storage` keeps anything (features
 * Z9). The flag itself holds nothing about anybody, so it is kept per browser.
 */
export function isShared(): boolean {
  return readStored(SHARED_KEY) === 'on';
}

/** Says that this is a shared computer, or that it is not. What is already kept stays until it is wiped. */
export function setShared(isOn: boolean): void {
  writeStored(SHARED_KEY, isOn ? 'on' : null);
}

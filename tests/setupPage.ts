import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { endSession } from '~/api/session';

// A test that asks without a world would go to the real network; `renderAt` and `openWorld` bring one.
vi.stubGlobal('fetch', (input: unknown) => {
  throw new Error(
    `No world is open for ${String(input)}: use renderAt, or openWorld with stubGlobal.`,
  );
});

afterEach(() => {
  cleanup();
  endSession();
  localStorage.clear();
  sessionStorage.clear();
});

import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { clearLog } from '~/api/requests/log';
import { endAllSessions } from '~/api/session';

// Pages come with their code and data over a real router: 1 s is too little where a build runs beside the tests.
configure({ asyncUtilTimeout: 25_000 });

// A test that asks without a world would go to the real network; `renderAt` and `openWorld` bring one.
vi.stubGlobal('fetch', (input: unknown) => {
  throw new Error(
    `No world is open for ${String(input)}: use renderAt, or openWorld with stubGlobal.`,
  );
});

afterEach(() => {
  cleanup();
  endAllSessions();
  clearLog();
  localStorage.clear();
  sessionStorage.clear();
});

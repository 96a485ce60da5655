import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { clearLog } from '~/api/requests/log';
import { forgetUnexpected } from '~/api/requests/unexpected';
import { endAllSessions } from '~/api/session';
import { clearToasts } from '~/ui/overlay/toasts';

// Pages come with their code and data over a real router: 1 s is too little where a build runs beside the tests.
configure({
  asyncUtilTimeout: 40_000,
  // Its own would write the whole page into every error, of which each look of `findBy` that comes too early makes one; here
  // the page is printed once, when the test has failed.
  getElementError: (message) => new Error(message ?? ''),
});

// A test that asks without a world would go to the real network; `renderAt` and `openWorld` bring one.
vi.stubGlobal('fetch', (input: unknown) => {
  throw new Error(
    `No world is open for ${String(input)}: use renderAt, or openWorld with stubGlobal.`,
  );
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail') process.stdout.write(`${prettyDOM(document.body)}\n`);
  cleanup();
  endAllSessions();
  clearLog();
  // The next file would be told of what this one met.
  forgetUnexpected();
  clearToasts();
  localStorage.clear();
  sessionStorage.clear();
});

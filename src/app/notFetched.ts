/**
 * A page whose code could not be fetched: the line is lost, or a new version has replaced the files. Neither the router
 * nor the browser asks for it a second time in the same document (React Router keeps the failed promise, Vite the list
 * of styles), so the way on is to load Parterre afresh.
 */
export class NotFetched extends Error {
  constructor(cause: unknown) {
    super('The code of this page could not be fetched.', { cause });
    this.name = 'NotFetched';
  }
}

/** The error in words, as `explain` gives them for what the API answers. */
export function notFetchedWords({ cause }: NotFetched) {
  const isOffline = navigator.onLine === false;
  return {
    title: isOffline ? 'You are offline' : 'This page could not be fetched',
    what: isOffline
      ? 'This device has no network connection, and Parterre has not loaded this page yet. Nothing was changed.'
      : 'The connection may be lost, or a new version of Parterre may have replaced this one. Nothing was changed.',
    next: 'When the connection is back, try again: Parterre then loads afresh and comes back here.',
    details: [String(cause)],
  };
}

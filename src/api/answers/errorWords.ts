import type { ApiError, BlockReason, NetworkReason } from '../error';
import { retryAfter, waitInWords } from './retryAfter';

/** What happened, what is safe, what to do next. */
export interface Words {
  title: string;
  what: string;
  next: string;
}

export function isChange(error: ApiError): boolean {
  return error.request.method !== 'GET';
}

/** What is certain after the server said no. */
export function refusedSafety(error: ApiError): string {
  return isChange(error)
    ? 'Nothing was changed on the server; what you entered is kept here.'
    : 'Nothing was changed.';
}

/** What is certain after no (whole) answer came. `isOpen`: nobody has looked yet whether the change is there. */
export function unclearSafety(error: ApiError, isOpen: boolean): string {
  return isChange(error) && isOpen
    ? 'It is not certain whether the change arrived; what you entered is kept here.'
    : refusedSafety(error);
}

/** What to do then. */
export function unclearNext(error: ApiError, otherwise: string, isOpen: boolean): string {
  return isChange(error) && isOpen
    ? 'Reload to see whether the change is there before you send it again.'
    : otherwise;
}

/** Where no answer came, or nothing was sent. */
export const reasonWords: Record<
  NetworkReason | BlockReason,
  (error: ApiError, isOpen: boolean) => Words
> = {
  offline: (error, isOpen) => ({
    title: 'You are offline',
    what: `This device has no network connection. ${unclearSafety(error, isOpen)}`,
    next: unclearNext(error, 'Connect, then try again.', isOpen),
  }),
  timeout: (error, isOpen) => ({
    title: 'The server took too long',
    what: `No answer came in time. ${unclearSafety(error, isOpen)}`,
    next: unclearNext(error, 'Try again in a moment.', isOpen),
  }),
  unreachable: (error, isOpen) => ({
    title: 'The server cannot be reached',
    what: `No answer came: the server is down, the network blocks it, or it redirects. ${unclearSafety(error, isOpen)}`,
    next: unclearNext(error, 'Check the connection, then try again.', isOpen),
  }),
  cors: (error, isOpen) => ({
    title: 'The server cannot be read from this address',
    what: `No answer came that this page may read: the server is down, or it does not let pages of another address read it (CORS). ${unclearSafety(error, isOpen)}`,
    next: unclearNext(
      error,
      'Check the connection, or open Parterre from the same address as Tuleap.',
      isOpen,
    ),
  }),
  cut: (error, isOpen) => ({
    title: 'The answer broke off',
    what: `The connection ended before the answer was complete. ${unclearSafety(error, isOpen)}`,
    next: unclearNext(error, 'Try again.', isOpen),
  }),
  readOnly: (error) => ({
    title: 'Read-only is on',
    what: `Nothing was sent. ${refusedSafety(error)}`,
    next: 'Switch read-only off in the account menu, then try again.',
  }),
  crossOrigin: (error) => ({
    title: 'Not possible from this address',
    what: `${error.message} ${refusedSafety(error)}`,
    next: 'Open Parterre where it is served from the same address as Tuleap; the rest of this page works here too.',
  }),
  somebodyElse: (error) => ({
    title: 'Somebody else signed in',
    what: `Nothing of this was sent in their name. ${refusedSafety(error)}`,
    next: 'Sign in as the person who began this, or reload to go on as the new one.',
  }),
};

/** What the server answered, where that says something of itself. */
export const statusWords: Record<number, (error: ApiError) => Words> = {
  400: (error) => ({
    title: 'The server refused this request',
    what: `It found something wrong in what was sent. ${refusedSafety(error)}`,
    next: 'Change what the server names, then try again.',
  }),
  401: (error) => ({
    title: 'You are no longer signed in',
    what: `The server does not accept these credentials any more. ${refusedSafety(error)}`,
    next: 'Sign in again to go on from here.',
  }),
  403: (error) => ({
    title: isChange(error) ? 'You may not do this' : 'You may not see this',
    what: isChange(error)
      ? `Your account lacks the permission. ${refusedSafety(error)}`
      : 'Your account lacks the permission to read it.',
    next: 'Ask an administrator of the project, or sign in with another account.',
  }),
  404: (error) => ({
    title: 'Not found',
    what: `It does not exist, was deleted, or is hidden from your account. ${refusedSafety(error)}`,
    next: 'Check the address, or go back and choose from the list.',
  }),
  405: (error) => ({
    title: 'The server does not do this here',
    what: `It knows the address, but not this action on it. ${refusedSafety(error)}`,
    next: 'A newer version of the server may; ask its administrator.',
  }),
  406: (error) => ({
    title: 'The server cannot answer in this format',
    what: `A proxy may have changed what was asked for. ${refusedSafety(error)}`,
    next: 'Tell the administrator of the server or of the proxy.',
  }),
  409: (error) => ({
    title: 'This clashes with something on the server',
    what: `Something there already has this name or is in the way. ${refusedSafety(error)}`,
    next: 'Change what is in the way, then try again.',
  }),
  412: (error) => ({
    title: 'Somebody else changed this meanwhile',
    what: `The version you started from is not the newest any more. ${refusedSafety(error)}`,
    next: 'Compare the two versions, then save again.',
  }),
  413: (error) => ({
    title: 'This is too large',
    what: `The server does not take this much at once. ${refusedSafety(error)}`,
    next: 'Send less, or a smaller file.',
  }),
  414: tooLong,
  423: (error) => ({
    title: 'This is locked',
    what: `Another operation is working on it. ${refusedSafety(error)}`,
    next: 'Wait a moment, then try again.',
  }),
  429: (error) => ({
    title: 'Too many requests',
    what: `The server asks to slow down. ${refusedSafety(error)}`,
    next: nextTry(error),
  }),
  431: (error) => ({
    title: 'This request is too long',
    what: `The server, or a proxy before it, does not take that much before the body. ${refusedSafety(error)}`,
    next: 'Shorten the query, or sign in anew with a shorter credential.',
  }),
  501: (error) => ({
    title: 'The server cannot do this',
    what: `It does not know this request. ${refusedSafety(error)}`,
    next: 'A newer version of the server may; ask its administrator.',
  }),
};

function tooLong(error: ApiError): Words {
  return {
    title: 'This request is too long',
    what: `The server, or a proxy before it, does not take an address of this length. ${refusedSafety(error)}`,
    next: 'Shorten the query, then try again.',
  };
}

/** When to try again, as far as the server tells (`Retry-After`). */
export function nextTry(error: ApiError): string {
  const seconds = retryAfter(error.headers);
  return seconds === null
    ? 'Wait a while, then try again.'
    : `Try again in ${waitInWords(seconds)}.`;
}

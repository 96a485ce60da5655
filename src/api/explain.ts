import { retryAfter, waitInWords } from './answers/retryAfter';
import { ApiError, type BlockReason, type NetworkReason, redact } from './error';
import { triesFor } from './requests/retry';

/** An error in words: what happened, what is safe, what to do next; `details` are lines that can be copied. */
export interface Explanation {
  title: string;
  what: string;
  next: string;
  details: string[];
}

interface Words {
  title: string;
  what: string;
  next: string;
}

function isWrite(error: ApiError): boolean {
  return error.request.method !== 'GET';
}

/** What is certain after the server said no, and after no (whole) answer came. */
function refusedSafety(error: ApiError): string {
  return isWrite(error)
    ? 'Nothing was changed on the server; what you entered is kept here.'
    : 'Nothing was changed.';
}

/** `isOpen`: nobody has looked yet whether the change is there. */
function unclearSafety(error: ApiError, isOpen: boolean): string {
  return isWrite(error) && isOpen
    ? 'It is not certain whether the change arrived; what you entered is kept here.'
    : refusedSafety(error);
}

function unclearNext(error: ApiError, otherwise: string, isOpen: boolean): string {
  return isWrite(error) && isOpen
    ? 'Reload to see whether the change is there before you send it again.'
    : otherwise;
}

const reasonWords: Record<
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

const statusWords: Record<number, (error: ApiError) => Words> = {
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
    title: isWrite(error) ? 'You may not do this' : 'You may not see this',
    what: isWrite(error)
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

/** Only the name of the status, which the words above say better. */
const BARE =
  /^(bad request|unauthorized|forbidden|not found|conflict|precondition failed|too many requests|internal server error|not implemented|bad gateway|service unavailable|error)[.!]?$/i;
const LONGEST_SAID = 300;

/** What the server itself said, where it said something. */
function saidBy(error: ApiError): string {
  const said = error.serverMessages
    .map((message) => redact(message.trim()))
    .find((message) => message !== '' && !BARE.test(message));
  if (!said) return '';
  const short = said.length > LONGEST_SAID ? `${said.slice(0, LONGEST_SAID)}…` : said;
  return ` The server says: “${short}”`;
}

function nextTry(error: ApiError): string {
  const seconds = retryAfter(error.headers);
  return seconds === null
    ? 'Wait a while, then try again.'
    : `Try again in ${waitInWords(seconds)}.`;
}

function serverFault(error: ApiError, isOpen: boolean): Words {
  const isBusy = error.status === 502 || error.status === 503 || error.status === 504;
  const silent =
    error.body === 'empty'
      ? ' It gave no reason.'
      : error.body === 'html' || error.body === 'login'
        ? ' It sent a web page in place of a reason.'
        : '';
  return {
    title: isBusy ? 'The server is not available right now' : 'The server failed',
    what: `The fault is on the server (${error.status}).${silent} ${unclearSafety(error, isOpen)}`,
    next: unclearNext(
      error,
      error.headers?.has('retry-after')
        ? nextTry(error)
        : 'Try again in a moment; if it stays, tell the administrator of the server.',
      isOpen,
    ),
  };
}

function otherRefusal(error: ApiError): Words {
  return {
    title: 'The server refused this request',
    what: `It answered ${error.status}. ${refusedSafety(error)}`,
    next: 'Try again; if it stays, tell the administrator of the server.',
  };
}

const bodyWords: Record<string, string> = {
  html: 'A web page came in place of data: perhaps of a proxy, or this address is not the API.',
  login: 'A sign-in page came in place of data: Tuleap’s own, or that of a proxy before it.',
  text: 'Text came in place of data: perhaps this address is not the API.',
  empty: 'The answer was empty.',
  json: 'Parts of the answer are missing or not as this version of Parterre knows them.',
};

function shapeWords(error: ApiError, isOpen: boolean): Words {
  // A 2xx whose body is odd: the server took the change, only its answer cannot be read.
  const safety = unclearSafety(error, isOpen);
  const isPage = error.body === 'html' || error.body === 'login';
  return {
    title: isPage ? 'This is not an answer of the API' : 'The answer cannot be read',
    what: `${bodyWords[error.body ?? 'json']} ${safety}`,
    next: unclearNext(
      error,
      isPage
        ? 'Check the address of the server and any proxy before it.'
        : 'Reload; if it stays, report the details below.',
      isOpen,
    ),
  };
}

/** The list of servers lies beside the app: a fault in it is no fault of any Tuleap. */
function listWords(error: ApiError): Words {
  const what =
    error.kind === 'http' ? `The answer was ${error.status}.` : 'It is not as Parterre wants it.';
  return {
    title: 'The list of servers cannot be read',
    what: `Parterre finds the servers that it may offer in parterre.json beside itself. ${what}`,
    next: 'Whoever runs this Parterre can mend it by the details; then reload.',
  };
}

function wordsOf(error: ApiError, isOpen: boolean): Words {
  if (error.kind !== 'network' && error.request.path.endsWith('/parterre.json')) {
    return listWords(error);
  }
  if (error.kind === 'shape') return shapeWords(error, isOpen);
  if (error.kind === 'network' || error.kind === 'blocked') {
    return reasonWords[error.reason ?? 'unreachable'](error, isOpen);
  }
  const status = error.status ?? 0;
  const words = statusWords[status];
  if (words) return words(error);
  return status >= 500 ? serverFault(error, isOpen) : otherRefusal(error);
}

const MOST_PATHS = 20;

/** Whether Parterre asks again by itself (`requests/retry.ts`). */
function retryRule(error: ApiError): string {
  if (isWrite(error)) return 'A write is never sent again by itself.';
  const tries = triesFor(error);
  if (tries === 1) return 'What ends like this is not asked again by itself.';
  return `What ends like this is asked ${tries === 2 ? 'twice' : 'three times'} by itself, unless the server wants a long wait.`;
}

function detailsOf(error: ApiError): string[] {
  const { method, path } = error.request;
  const status = error.status === undefined ? '' : ` → ${error.status}`;
  const paths = error.issues
    .slice(0, MOST_PATHS)
    .map((issue) => `${issue.path || '(whole answer)'}: ${issue.message}`);
  const left = error.issues.length - paths.length;
  return [
    ...error.serverMessages,
    ...paths,
    ...(left > 0 ? [`and ${left} more`] : []),
    `${method} ${path}${status}`,
    retryRule(error),
  ].map(redact);
}

/**
 * Any error in words for a person. `doing` is what was tried, as it follows "Could not": `save the artifact`;
 * it then becomes the title. `isNotStored` when it was looked up since: the write of `error` left nothing. Never contains
 * a secret.
 */
export function explain(error: unknown, doing?: string, isNotStored = false): Explanation {
  const title = (own: string) => (doing ? `Could not ${doing}` : own);
  if (error instanceof ApiError) {
    const words = wordsOf(error, !isNotStored);
    const own = doing ? `${words.title}. ${words.what}` : words.what;
    const what = own + saidBy(error);
    return { ...words, title: title(words.title), what, details: detailsOf(error) };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return {
      title: title('Stopped'),
      what: 'This was stopped before it was done.',
      next: 'Start it again when you want to.',
      details: [],
    };
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    title: title('Parterre made a mistake'),
    what: 'Something went wrong in this page, not on the server.',
    next: 'Reload the page; if it stays, report the details below.',
    details: [redact(said)],
  };
}

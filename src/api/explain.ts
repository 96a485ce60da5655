import {
  isChange,
  nextTry,
  reasonWords,
  refusedSafety,
  statusWords,
  unclearNext,
  unclearSafety,
  type Words,
} from './answers/errorWords';
import { ApiError, redact } from './error';
import { triesFor } from './requests/retry';

/** An error in words: what happened, what is safe, what to do next; `details` are lines that can be copied. */
export interface Explanation {
  title: string;
  what: string;
  next: string;
  details: string[];
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
  if (isChange(error)) return 'A write is never sent again by itself.';
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

import { ApiError } from '../error';
import { type Explanation, explain } from '../explain';

/** The documented reasons of a status (list-artifacts.md §4.2), most likely on this request first. */
interface Words {
  title: string;
  what: string;
  next: string;
  causes: readonly string[];
}

export interface BlueprintExplanation extends Explanation {
  /** What the documentation names for this status; empty where it names nothing. */
  causes: readonly string[];
}

const unchanged = 'Nothing was changed: Parterre only reads from Blueprint.';

const words: Record<number, Words> = {
  400: {
    title: 'Blueprint refused this request',
    what: `Something in the address or in the filter is not valid. ${unchanged}`,
    next: 'Change the request above, then send it again.',
    causes: [
      'A parameter of the address or the body is invalid, such as Filter, Traces, Offset or Limit.',
      'A required value is missing.',
      'A POST was sent without X-HTTP-Method-Override (Parterre always sends it).',
    ],
  },
  401: {
    title: 'You are not signed in to Blueprint',
    what: `The token is missing, invalid or expired. ${unchanged}`,
    next: 'Sign in again to go on from here.',
    causes: [],
  },
  403: {
    title: 'You may not read this',
    what: `Your Blueprint account lacks a permission. ${unchanged}`,
    next: 'Ask an administrator of Blueprint, or sign in with another account.',
    causes: ['The account has neither an Author nor a Collaborate licence.'],
  },
  404: {
    title: 'Not found in Blueprint',
    what: `The project does not exist, or is hidden from your account. ${unchanged}`,
    next: 'Check the number of the project, or choose one from the list.',
    causes: [
      'The project, an artifact or an artifact type is not found in the project.',
      'The account has no access to the project.',
    ],
  },
  409: {
    title: 'Blueprint reports a conflict',
    what: `The reason is in its answer; more may be in the log of the server. ${unchanged}`,
    next: 'Read what it says in the details, then send the request again.',
    causes: [],
  },
  411: {
    title: 'The length of the request is missing',
    what: `The filter was sent without a Content-Length: a proxy on the way may have taken it out. ${unchanged}`,
    next: 'Try again, or ask whoever runs the proxy.',
    causes: [],
  },
  413: {
    title: 'The request is too large',
    what: `Blueprint does not take this much at once. ${unchanged}`,
    next: 'Shorten the filter.',
    causes: [],
  },
  415: {
    title: 'Blueprint does not accept the type of the body',
    what: `The documentation does not say which type a filter must have; Parterre sends plain text. ${unchanged}`,
    next: 'Report the details below: this version of Blueprint wants another type.',
    causes: [],
  },
  416: {
    title: 'The start lies past the end of the list',
    what: `There are fewer artifacts than the place to start at. ${unchanged}`,
    next: 'Start at 0, or at a smaller number.',
    causes: ['Offset points to a part of the collection that is not available.'],
  },
  500: {
    title: 'Blueprint failed',
    what: `The fault is on the server (500). ${unchanged}`,
    next: 'Try again in a moment; if it stays, tell the administrator of Blueprint.',
    causes: [],
  },
  501: {
    title: 'This Blueprint cannot do that',
    what: `The server does not implement this request. ${unchanged}`,
    next: 'Another version of Blueprint may; ask its administrator.',
    causes: [],
  },
};

/** Any error of the Blueprint client in words, with the documented causes of its status; never contains a secret. */
export function explainBlueprint(error: unknown): BlueprintExplanation {
  // Nothing is ever written there, so nothing can be uncertain.
  const plain = explain(error, undefined, true);
  const own =
    error instanceof ApiError && error.kind === 'http' ? words[error.status ?? 0] : undefined;
  if (!own) return { ...plain, causes: [] };
  const said = error instanceof ApiError ? error.serverMessages[0] : undefined;
  const what = said ? `${own.what} Blueprint says: “${said}”` : own.what;
  return { ...own, what, details: plain.details };
}

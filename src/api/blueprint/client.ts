import { bodyKind } from '../answers/readAnswer';
import { ApiError } from '../error';
import { abortable } from '../requests/abortable';
import { asText, type Reading } from '../requests/door';
import { serverMessage } from './serverMessage';
import type { BlueprintServer } from './servers';
import { currentBlueprintSession, currentBlueprintToken, waitForBlueprintSignIn } from './session';
import { type BlueprintRequest, type Sent, send } from './tries';

/** An answer to the letter, with what it took to get it. */
export interface BlueprintAnswer {
  status: number;
  headers: Headers;
  text: string;
  contentType: string;
  asked: { method: string; path: string };
}

/** `text` without tokens and credentials. */
function masked(text: string): string {
  return text.replace(/\b(BlueprintToken|Basic)\s+[\w+/=.-]+/gi, '$1 …');
}

/** A refusal as `ApiError`, with the server's own `Message`. */
function refusal(answer: BlueprintAnswer): ApiError {
  const { status, headers, text, contentType, asked } = answer;
  const said = serverMessage(text, contentType).map(masked);
  return new ApiError('http', said[0] ?? `The server answered ${status}.`, {
    request: asked,
    status,
    headers,
    body: bodyKind(text, contentType),
    serverMessages: said,
  });
}

const asFile: Reading<Blob> = { read: (response) => response.blob(), text: () => null };

/** The answer of the sign-in is the token itself: nothing of it may stand in the log. */
const asToken: Reading<string> = { read: (response) => response.text(), text: () => null };

function answerOf(sent: Sent<string>): BlueprintAnswer {
  const { status, headers } = sent.response;
  const contentType = headers.get('content-type') ?? '';
  return { status, headers, text: sent.body, contentType, asked: sent.asked };
}

/**
 * Asks with credentials that are not (yet) the session's: signing in. Throws `ApiError` for anything but 2xx.
 */
export async function askAs(
  server: BlueprintServer,
  request: BlueprintRequest,
  authorization: string,
): Promise<BlueprintAnswer> {
  const answer = answerOf(await send(request, { server, authorization }, asToken));
  if (!/^2/.test(String(answer.status))) throw refusal(answer);
  return answer;
}

async function inSession<Body>(
  request: BlueprintRequest,
  signal: AbortSignal | undefined,
  reading: Reading<Body>,
) {
  const session = currentBlueprintSession();
  if (!session) {
    const asked = { method: request.method, path: request.path };
    throw new ApiError('http', 'Nobody is signed in.', { request: asked, status: 401 });
  }
  const { server } = session;
  const token = currentBlueprintToken();
  const sent = await send(
    request,
    { server, signal, authorization: `BlueprintToken ${token}` },
    reading,
  );
  if (sent.response.status !== 401) return sent;
  const isSame = () => {
    const now = currentBlueprintSession();
    return now?.server.id === server.id && now.username === session.username;
  };
  // Signed in anew while the answer was under way: nothing to wait for.
  const isNew = isSame() && currentBlueprintToken() !== token;
  // Never in another person's name, nor at another server.
  if (!(isNew || (isSame() && (await abortable(waitForBlueprintSignIn(), signal)) && isSame())))
    return sent;
  const authorization = `BlueprintToken ${currentBlueprintToken()}`;
  return send(request, { server, signal, authorization }, reading);
}

/**
 * Asks the Blueprint of the session; beside `api/client.ts` the only way to `requests/door.ts` (held by the architecture
 * test).
 * A 401 waits for the person to sign in again in place, then asks once more. Throws `ApiError` for anything but 2xx.
 */
export async function askBlueprint(
  request: BlueprintRequest,
  signal?: AbortSignal,
): Promise<BlueprintAnswer> {
  const answer = answerOf(await inSession(request, signal, asText));
  if (!/^2/.test(String(answer.status))) throw refusal(answer);
  return answer;
}

/** The bytes of a file; else like `askBlueprint`. */
export async function askBlueprintFile(
  request: BlueprintRequest,
  signal?: AbortSignal,
): Promise<Blob> {
  const sent = await inSession(request, signal, asFile);
  if (sent.response.ok) return sent.body;
  throw refusal(answerOf({ ...sent, body: await sent.body.text() }));
}

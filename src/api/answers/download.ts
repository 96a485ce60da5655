import { type Answer, noAnswer, openFile } from '../client';
import { ApiError, redact } from '../error';

/** Milliseconds without a byte until an answer counts as lost, when not said. */
const SILENCE = 35_000;

export interface DownloadOptions {
  signal?: AbortSignal | undefined;
  /** Hears how many bytes have come so far. */
  onBytes?: ((received: number) => void) | undefined;
  /** Milliseconds without a byte until the answer counts as lost; a large file may take any time as a whole. */
  timeout?: number;
}

async function readStream(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  onPart: (received: number) => void,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let received = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return new Blob(parts, { type: 'application/octet-stream' });
    parts.push(part.value);
    received += part.value.length;
    onPart(received);
  }
}

/**
 * Streams a file of Tuleap's web part (outside `/api/`) from the server of the session; `path` is built from an id and a
 * name. The same rules as `request`, but only one try: without the right credentials this part answers 404 (reliability
 * M8), so the caller goes on with a route of the API. Throws `ApiError`, or the abort of the caller's own signal.
 */
export async function download(path: string, options: DownloadOptions = {}): Promise<Answer<Blob>> {
  const asked = { method: 'GET', path: redact(path) };
  const idle = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(), options.timeout ?? SILENCE);
  };
  const signal = options.signal ? AbortSignal.any([options.signal, idle.signal]) : idle.signal;
  let response: Response | undefined;
  try {
    wait();
    response = await openFile(path, signal);
    const { status, headers } = response;
    if (!response.ok) {
      await response.body?.cancel();
      const facts = { request: asked, status, headers };
      throw new ApiError('http', `The server answered ${status}.`, facts);
    }
    const data = await readStream(response.body, (received) => {
      wait();
      options.onBytes?.(received);
      options.signal?.throwIfAborted();
    });
    return { data, headers, status };
  } catch (cause) {
    if (cause instanceof ApiError || options.signal?.aborted) throw cause;
    throw noAnswer(asked, { isTimeout: idle.signal.aborted, response, cause });
  } finally {
    clearTimeout(timer);
  }
}

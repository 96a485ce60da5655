import { ApiError, redact } from '../error';
import { openFile } from './openFile';
import type { Answer } from './readAnswer';

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
  const { signal } = options;
  const idle = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(), options.timeout ?? SILENCE);
  };
  async function read(response: Response): Promise<Blob | null> {
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    return readStream(response.body, (received) => {
      wait();
      options.onBytes?.(received);
      signal?.throwIfAborted();
    });
  }
  try {
    const signals = { signal, limit: idle.signal, onTurn: wait };
    const { response, body } = await openFile(path, signals, read);
    const { status, headers } = response;
    if (body) return { data: body, headers, status };
    const facts = { request: { method: 'GET', path: redact(path) }, status, headers };
    throw new ApiError('http', `The server answered ${status}.`, facts);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds in which an answer to a short request must be complete; a server under load may take its 30 s. */
const SHORTEST = 35_000;
/** A poor line sends this many characters a second. */
const SLOWEST = 16_384;

/** How long a request with a body of `length` characters may take: a megabyte on a slow line is no fault. */
export function timeLimitFor(length: number): number {
  return SHORTEST + Math.ceil(length / SLOWEST) * 1_000;
}

/** A signal that aborts after `milliseconds`, and how to call that off. */
export function startTimer(milliseconds: number): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException('It took too long.', 'TimeoutError'));
  }, milliseconds);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

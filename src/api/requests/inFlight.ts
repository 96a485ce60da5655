import { abortable } from './abortable';

/** A read under way, and how many wait for it. */
interface Flight<T = unknown> {
  promise: Promise<T>;
  stop: AbortController;
  callers: number;
}

/** Reads of one kind of answer that are under way, by what they ask. */
export type Flights<T> = Map<string, Flight<T>>;

function leave<T>(flights: Flights<T>, key: string, flight: Flight<T>, reason: unknown): void {
  flight.callers -= 1;
  if (flight.callers > 0) return;
  if (flights.get(key) === flight) flights.delete(key);
  flight.stop.abort(reason);
}

function begin<T>(
  flights: Flights<T>,
  key: string,
  ask: (signal: AbortSignal) => Promise<T>,
): Flight<T> {
  const stop = new AbortController();
  const promise = ask(stop.signal);
  const flight = { promise, stop, callers: 0 };
  flights.set(key, flight);
  const land = () => {
    if (flights.get(key) === flight) flights.delete(key);
  };
  promise.then(land, land);
  return flight;
}

/**
 * One request for equal reads that are asked for while it is under way. Who stops waiting (`signal`) gets that abort alone;
 * when nobody waits any more, the request is stopped.
 */
export function shared<T>(
  flights: Flights<T>,
  key: string,
  options: { ask(signal: AbortSignal): Promise<T>; signal: AbortSignal | undefined },
): Promise<T> {
  const { ask, signal } = options;
  if (signal?.aborted) return Promise.reject(signal.reason);
  const flight = flights.get(key) ?? begin(flights, key, ask);
  flight.callers += 1;
  const stop = () => leave(flights, key, flight, signal?.reason);
  const done = () => signal?.removeEventListener('abort', stop);
  signal?.addEventListener('abort', stop, { once: true });
  flight.promise.then(done, done);
  return abortable(flight.promise, signal);
}

/**
 * From here on equal reads are asked anew: called when a write begins and when it has ended, because an answer that was under
 * way then may show the state before it.
 */
export function startAfresh<T>(flights: Flights<T>): void {
  flights.clear();
}

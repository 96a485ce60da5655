import { errorForm } from './shape';

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a refusal says, translated or not, without the numbers in it; undefined where it is no error of the API. */
export function saidBy(body: unknown): string | undefined {
  const error = isJson(body) ? body.error : undefined;
  if (!isJson(error)) return undefined;
  const { message, i18n_error_message: one, i18n_error_messages: several } = error;
  return JSON.stringify([message, one, several]).replace(/\d+/g, '#');
}

/** Two refusals for one and the same reason: the recorded one, and what the sandbox answered to its own question. */
export function isSameRefusal(recorded: unknown, answered: unknown): boolean {
  return saidBy(recorded) !== undefined && saidBy(recorded) === saidBy(answered);
}

/** The form that any route may refuse with (conventions.md §5); the translated ones differ by the reason. */
export const plainForm = errorForm({ error: { code: 0, message: '' } });

/** What the framework sends once the route itself has begun: before that, refusals have none (recorded: every 400 of the validator). */
const ofTheRoute = ['allow', 'access-control-allow-methods'];

/** Refusals of these kinds come before the route as well as from it. */
const ofTwoKinds = new Set([400, 403, 404]);

/** A recorded or a given answer, as far as it tells when it was refused. */
interface Refused {
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * The names of headers that say nothing of this answer: it was refused for another reason than the recorded one, and at a
 * moment (before the route, or by it) at which none of the recorded ones was.
 */
export function incomparable(
  recorded: Refused,
  answered: Refused,
  all: readonly { headers: Headers }[],
): readonly string[] {
  if (!ofTwoKinds.has(recorded.status) || isSameRefusal(recorded.body, answered.body)) return [];
  const isLate = ({ headers }: { headers: Headers }) => headers.has('allow');
  return all.some((one) => isLate(one) === isLate(answered)) ? [] : ofTheRoute;
}

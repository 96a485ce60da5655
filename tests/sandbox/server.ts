import { authenticate, isForNobody } from './auth';
import { control } from './control';
import { performFault, takeFault } from './faults';
import { type FinishFacts, finish, withAllow } from './finish';
import { handlers, siteHandlers } from './handlers';
import { poisoned } from './hostile';
import { json, problem, Refusal } from './http';
import { readBody, readTarget, type Target } from './media';
import type { Call, SandboxUser, World } from './model';
import { placeOf } from './network/place';
import { matchRoute, type Route } from './routes';
import { worldOf } from './worlds';

/** Restler takes the verb from this header for POST (recordings errors/25). */
function methodOf(request: Request): string {
  const override = request.headers.get('x-http-method-override');
  const method = request.method === 'POST' && override ? override.toUpperCase() : request.method;
  return method === 'HEAD' ? 'GET' : method;
}

/** A real route that the sandbox does not play: loud, so that nobody takes it for an answer of Tuleap. */
function notPlayed(method: string, path: string): Response {
  const text = `the sandbox does not play ${method} /api/${path}. Tuleap has this route; add it in tests/sandbox/resources.`;
  return problem(501, text);
}

/** Of PHP's size: a longer number is no integer for it (errors/26). */
const isInteger = (text: string): boolean => Number.isSafeInteger(Number(text));

async function answerRoute(call: Call, route: Route): Promise<Response> {
  const run = async (): Promise<Response> => {
    try {
      for (const handler of handlers) {
        const response = await handler(call);
        if (response) return withAllow(response, route, call.method);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.isEarly ? error.response : withAllow(error.response, route, call.method);
    }
    return notPlayed(call.method, call.parts.join('/'));
  };
  const fault = takeFault(call.world, call.method, call.parts.join('/'));
  return fault === undefined ? run() : performFault(fault, run, call.request.signal);
}

/** In the framework's order: body, route, preflight, credentials, then the route itself. */
async function answerApi(world: World, request: Request, target: Target): Promise<Response> {
  const method = methodOf(request);
  const { parts } = target;
  const body = await readBody(request);
  const match = matchRoute(method, parts);
  if (match.is === 'unknown') return problem(404);
  if (match.is === 'malformed') return problem(400, 'invalid value specified for `id`');
  if (match.is === 'notAllowed') {
    const allow = [...match.methods, 'OPTIONS'].join(', ');
    return problem(405, '', { headers: { allow } });
  }
  const { route } = match;
  if (method === 'OPTIONS') {
    return json(undefined, { allow: route.allow, headers: route.optionsHeaders });
  }
  const isOpen =
    route.open.includes(method) ||
    isForNobody(world, request.headers, { method, path: parts.join('/') });
  const user = isOpen ? null : authenticate(world, request.headers);
  if (parts.some((part, at) => route.path.split('/')[at] === '#' && !isInteger(part))) {
    return problem(400, 'Invalid value specified for `id`. Expecting integer value');
  }
  const query = new URL(request.url).searchParams;
  return answerRoute({ world, user, method, parts, query, body, request }, route);
}

function silentUser(world: World, headers: Headers): SandboxUser | null {
  try {
    return authenticate(world, headers);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function answerSite(world: World, url: URL, request: Request): Promise<Response> {
  const user = silentUser(world, request.headers);
  const answer = async (): Promise<Response> => {
    for (const handler of siteHandlers) {
      const response = await handler({ world, user, url, request });
      if (response) return response;
    }
    return problem(501, `the sandbox does not play ${request.method} ${url.pathname}.`);
  };
  const fault = takeFault(world, request.method, url.pathname.slice(1));
  return fault === undefined ? answer() : performFault(fault, answer, request.signal);
}

/**
 * The sandbox: a Tuleap-compatible server over in-memory worlds, as one function. Which world: `placeOf`.
 * Below `/api` as recorded from a real server; `/sandbox/…` is the remote control; anything else that nobody plays
 * is a 501. Rejects with `Unreachable` where a fault breaks the connection.
 */
export function createSandbox(): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const world = worldOf(placeOf(url, request.headers).world);
    if (url.pathname.startsWith('/sandbox/')) return control(world, url, request);
    if (!/^\/api(\/|$)/.test(url.pathname)) return answerSite(world, url, request);
    const facts: FinishFacts = {
      method: request.method,
      format: 'json',
      isBySuffix: /\.(json|xml)\/?$/.test(url.pathname),
    };
    try {
      const target = readTarget(url, request.headers);
      facts.format = target.format;
      return await finish(await poisoned(world, await answerApi(world, request, target)), facts);
    } catch (error) {
      if (error instanceof Refusal) return finish(await poisoned(world, error.response), facts);
      throw error;
    }
  };
}

import type { World } from '../model';
import { createSandbox } from '../server';
import { worldOf } from '../worlds';
import { type Effect, effects } from './effects';
import { FAR } from './names';
import { behindOwnProxy } from './ownProxy';
import { placeOf } from './place';

type Server = (request: Request) => Promise<Response>;

/** Every answer of a real server has one; the sandbox's own clock may be moved (`POST /sandbox/clock`). */
function dated(response: Response, world: World): Response {
  const headers = new Headers(response.headers);
  if (!headers.has('date')) headers.set('date', new Date(world.now()).toUTCString());
  return new Response(response.body, { status: response.status, headers });
}

async function pass(request: Request, way: readonly Effect[], server: Server): Promise<Response> {
  const [first, ...rest] = way;
  if (!first) return server(request);
  const asked = (await first.ask?.(request)) ?? request;
  if (asked instanceof Response) return asked;
  const response = await pass(asked, rest, server);
  return (await first.answer?.(response, request)) ?? response;
}

/**
 * The sandbox as it is seen through what stands in front of it: the networks in the host's name, then those that
 * `POST /sandbox/network` put before the world, then the proxy of the deployment itself unless the address is far.
 */
export function createNetworkedSandbox(): Server {
  const server = createSandbox();
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/sandbox/')) return server(request);
    const place = placeOf(url, request.headers);
    const world = worldOf(place.world);
    const way = [...place.networks, ...world.networks].map((name) => effects[name]);
    if (!place.networks.includes(FAR)) way.push({ answer: behindOwnProxy });
    return pass(request, way, async (asked) => dated(await server(asked), world));
  };
}

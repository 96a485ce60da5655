import { isNetwork, type Network } from './names.ts';

export interface Place {
  world: string;
  /** What the request passes, from the browser on. */
  networks: Network[];
}

/**
 * Where a request goes: `far-gzip-acme.localhost` is the world `acme` of another address behind a proxy that mangles, with
 * the same state as `acme.localhost`. Without such a host the header `x-sandbox-world` counts, else `default`.
 */
export function placeOf(url: URL, headers: Headers): Place {
  const host = /^([a-z0-9-]+)\.localhost$/i.exec(url.hostname)?.[1];
  let world = host ?? headers.get('x-sandbox-world') ?? 'default';
  const networks: Network[] = [];
  for (;;) {
    const [, name, rest] = /^([a-z]+)-(.+)$/.exec(world) ?? [];
    if (rest === undefined || !isNetwork(name)) return { world, networks };
    networks.push(name);
    world = rest;
  }
}

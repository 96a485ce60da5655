import type { Server } from '~/api/signIn/servers';

/** The address of a server as a person sees it: the origin of this page for the one behind it. */
export function addressOf(server: Server): string {
  return server.url === '' ? location.origin : server.url;
}

function originOf(text: string): string | undefined {
  const typed = text.trim();
  try {
    // What runs on this machine seldom has a certificate.
    const scheme = /^(localhost|127\.|\[::1\])/i.test(typed) ? 'http' : 'https';
    const url = new URL(/^https?:\/\//i.test(typed) ? typed : `${scheme}://${typed}`);
    // Chromium takes blanks in a host and writes them as %20.
    return /^$|%/.test(url.hostname) ? undefined : url.origin;
  } catch {
    return undefined;
  }
}

/** The listed server at a typed address; only the origin counts. */
export function serverAt(servers: readonly Server[], typed: string): Server | undefined {
  const origin = originOf(typed);
  return servers.find((server) => originOf(addressOf(server)) === origin);
}

/**
 * The line that makes a typed address known to this deployment, or undefined when it is no address. An address that is
 * not listed is never asked: the list also feeds the CSP, and a link must not choose where a key goes.
 */
export function lineToAdd(typed: string): string | undefined {
  const origin = originOf(typed);
  if (origin === undefined || typed.trim() === '') return undefined;
  const host = new URL(origin).host;
  const server: Server = { id: host, label: host, url: origin, color: 'blue', kind: 'tuleap' };
  return JSON.stringify(server);
}

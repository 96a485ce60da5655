import { originOf } from '~/api/requests/origin';
import type { Server } from '~/api/signIn/servers';

/** A typed address with its scheme: `tuleap.example` is meant as https. */
export function withScheme(typed: string): string {
  const text = typed.trim();
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  // What runs on this machine seldom has a certificate.
  return `${/^(localhost|127\.|\[::1\])/i.test(text) ? 'http' : 'https'}://${text}`;
}

/** The listed server at a typed address; only the origin counts. */
export function serverAt(servers: readonly Server[], typed: string): Server | undefined {
  const origin = URL.parse(withScheme(typed))?.origin;
  return servers.find((server) => originOf(server) === origin);
}

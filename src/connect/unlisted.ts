import { whyNotAddress } from '~/api/signIn/serverFaults';
import type { Server } from '~/api/signIn/servers';
import { withScheme } from './chosenServer';

/** What to say of a typed address that this deployment does not offer. */
export interface Unlisted {
  /** What is wrong with it as it was typed. */
  why: string | undefined;
  /** The line that would make it known to this deployment; undefined when it is no address of a server. */
  line: string | undefined;
}

/**
 * An address that is not listed is never asked: the list also feeds the CSP, and a link must not choose where a key goes.
 * A path is told and left out of the line; what is no address, or holds a password, gets none (C1).
 */
export function unlistedAt(typed: string): Unlisted {
  const text = withScheme(typed);
  const why = whyNotAddress(text);
  const url = URL.parse(text);
  // Chromium takes blanks in a host and writes them as %20.
  const isServer = url && /^https?:$/.test(url.protocol) && !/[\s@%]/.test(url.host + url.username);
  if (!isServer || text.includes('@')) return { why, line: undefined };
  const { host, origin } = url;
  const server: Server = { id: host, label: host, url: origin, color: 'blue', kind: 'tuleap' };
  return { why, line: JSON.stringify(server) };
}

/**
 * What may stand between the browser and the server, by name. Data only: `/parterre.json` lists it, the README shows it,
 * `effects.ts` does it.
 */
export interface NetworkName {
  name: string;
  /** One sentence: what happens on the way. */
  says: string;
}

/** At another origin: the browser applies CORS, as to a Tuleap of somebody else. The others stand in front of any origin. */
export const FAR = 'far';

export const networkNames = [
  { name: FAR, says: 'The server is at another address, so the browser applies CORS.' },
  { name: 'nocors', says: 'A proxy takes the CORS headers out, so another address cannot read.' },
  { name: 'gzip', says: 'A proxy adds -gzip to the ETag and does not take it off again.' },
  { name: 'weak', says: 'A proxy makes the ETag weak: W/ and quotes around it.' },
  { name: 'quoted', says: 'A proxy puts the ETag in quotes.' },
  { name: 'noetag', says: 'A proxy drops the ETag.' },
  {
    name: 'compress',
    says: 'nginx compresses the answers, and with that drops the unquoted ETag.',
  },
  { name: 'unmatched', says: 'A proxy does not pass If-Match on.' },
  { name: 'unsince', says: 'A proxy does not pass If-Unmodified-Since on.' },
  { name: 'challenge', says: 'The proxy leaves WWW-Authenticate in, which raises a login window.' },
  { name: 'skew', says: 'The clock of the server is seven minutes ahead.' },
  { name: 'login', says: 'A sign-in page stands in front: HTML comes where JSON should.' },
  { name: 'down', says: 'The proxy does not reach the server: 502 for everything.' },
  { name: 'slow', says: 'Every answer takes more than a second.' },
  {
    name: 'apionly',
    says: 'The proxy passes only /api on; other paths end at the page of the app.',
  },
  { name: 'notus', says: 'The proxy refuses the methods and paths of resumable uploads.' },
  { name: 'nofiles', says: 'The proxy refuses the addresses of attachments.' },
  { name: 'smallpages', says: 'The server gives ten of a list of projects at once at most.' },
  { name: 'nopages', says: 'A proxy takes out the headers that tell how long a list is.' },
  { name: 'noroom', says: 'The room for files on their way is all but full.' },
  { name: 'smallchunks', says: 'The server takes chunks of 64 KiB at most.' },
  {
    name: 'smallbody',
    says: 'The proxy refuses requests over 1 MiB (nginx: client_max_body_size).',
  },
  { name: 'notokens', says: 'The proxy forbids making tokens, so a password cannot sign in.' },
  { name: 'noauth', says: 'A proxy takes the headers of the sign-in out.' },
  { name: 'old', says: 'The server says that it is Tuleap 14.5.' },
  { name: 'notrackers', says: 'The server has no trackers.' },
  { name: 'nosvn', says: 'The server has no Subversion.' },
  { name: 'nobasic', says: 'A proxy takes the Authorization header out.' },
] as const satisfies readonly NetworkName[];

export type Network = (typeof networkNames)[number]['name'];

export function isNetwork(text: unknown): text is Network {
  return networkNames.some(({ name }) => name === text);
}

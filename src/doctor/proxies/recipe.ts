import type { Topic } from '../check';

/** One line of a proxy's configuration, with what it mends. */
export interface Line {
  text: string;
  topic?: Topic;
}

/** A proxy for a Tuleap at `origin` (`https://tuleap.example.org`), ready to copy. */
export interface Recipe {
  id: string;
  label: string;
  fileName: string;
  lines(origin: string): Line[];
}

/** Lines of one indentation, with what they mend. */
export function lines(topic: Topic | undefined, ...texts: string[]): Line[] {
  return texts.map((text) => (topic ? { text, topic } : { text }));
}

export function textOf(recipe: Recipe, origin: string): string {
  return recipe
    .lines(origin)
    .map(({ text }) => text)
    .join('\n');
}

/** What the server of these addresses must get whole (ARCHITECTURE.md, "Deployment"). */
export const SERVER_PATHS = 'api|uploads|plugins/tracker/attachments';

/** Not passed on: a cookie would be somebody else, the others name this host, which Tuleap would hold against the request. */
export const notAsked = [
  'Cookie',
  'Origin',
  'Referer',
  'Sec-Fetch-Site',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
] as const;

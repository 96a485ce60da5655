/** Headers that say something about the API; what a web server or a proxy adds on the way is not compared. */
const ofTheApi =
  /^(access-control-.*|x-pagination-.*|x-ratelimit-.*|etag|last-modified|allow|location|www-authenticate|content-type|cache-control|expires|content-language)$/;

export interface HeaderNames {
  /** In every recorded answer of this route with this status. */
  always: Set<string>;
  /** In at least one. */
  ever: Set<string>;
}

function namesOf(headers: Headers): string[] {
  return [...headers.keys()].filter((name) => ofTheApi.test(name));
}

/** On every answer of the API (all recordings): where none of them is, the headers were not kept. */
const onEvery = ['access-control-allow-origin', 'cache-control', 'expires', 'content-language'];

/** Whether an answer was recorded with its headers: one without says nothing of them. */
export function isWithHeaders(headers: Headers): boolean {
  return onEvery.some((name) => headers.has(name));
}

export function headerNames(recorded: readonly Headers[]): HeaderNames {
  const lists = recorded.map(namesOf);
  const ever = new Set(lists.flat());
  const always = new Set([...ever].filter((name) => lists.every((list) => list.includes(name))));
  return { always, ever };
}

/** Names that the sandbox leaves out, or sends although the real server never does. */
export function headerFaults({ always, ever }: HeaderNames, headers: Headers): string[] {
  const sent = namesOf(headers);
  return [
    ...[...always]
      .filter((name) => !sent.includes(name))
      .map((name) => `header ${name} is missing`),
    ...sent.filter((name) => !ever.has(name)).map((name) => `header ${name} was never recorded`),
  ];
}

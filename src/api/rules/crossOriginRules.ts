/**
 * What a page of another origin may ask of a Tuleap (conventions.md §3, live-facts.md CORS, tuleap-exchanges/cors). The
 * server's answer to the preflight is the same on every route, but some routes have none, and those cannot be reached.
 */
const allowedHeaders = new Set([
  'authorization',
  'content-type',
  'origin',
  'x-auth-userid',
  'x-auth-token',
  'x-client-uuid',
  'x-auth-accesskey',
]);

/** Sent without asking (the Fetch standard's safelist); a `content-type` of JSON is not among them. */
const safeHeaders = new Set(['accept', 'accept-language', 'content-language']);

interface ClosedRoute {
  route: RegExp;
  methods?: readonly string[];
  why: string;
}

const noPreflight = 'this server has no answer to the browser’s question before it';

/** Paths from below `/api/`, without the query. */
const closedRoutes: readonly ClosedRoute[] = [
  // Recorded: `users/self/artifacts` is open, `users/102` too (cors/27, 42, 44).
  {
    route: /^users\/self(?!\/artifacts$)(\/|$)/,
    why: 'from another address it knows people by number only',
  },
  {
    route: /^user_groups\/[^/]*[^/\d][^/]*\/users$/,
    why: 'from another address it knows groups by number only',
  },
  { route: /^users\/[^/]+\/membership$/, why: noPreflight },
  { route: /^projects\/[^/]+\/(banner|header_background)$/, why: noPreflight },
  { route: /^project_fields$/, why: noPreflight },
  { route: /^trackers\/[^/]+\/used_artifact_links$/, why: noPreflight },
  { route: /^tracker_workflow_transitions\/[^/]+(\/actions)?$/, why: noPreflight },
  { route: /^crosstracker_query$/, methods: ['POST'], why: noPreflight },
  { route: /^invitations$/, why: 'it wants a sign-in before the browser can send one' },
];

/**
 * Why this request cannot be made from another origin, as it follows "…, because"; null when it can. `path` is relative to
 * `/api/`. A request without credentials and body needs no permission first.
 */
export function whyRefusedAcrossOrigins(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): string | null {
  const asked = Object.keys(headers)
    .map((name) => name.toLowerCase())
    .filter((name) => !safeHeaders.has(name));
  const refused = asked.find((name) => !allowedHeaders.has(name));
  if (refused) return `it does not let pages of another address send the header ${refused}`;
  const isSimple = asked.length === 0 && /^(GET|HEAD|POST)$/.test(method);
  if (isSimple) return null;
  const plain = path.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const closed = closedRoutes.find(
    ({ route, methods }) => route.test(plain) && (!methods || methods.includes(method)),
  );
  return closed?.why ?? null;
}

/**
 * The routes of a real Tuleap 17.4 (reference/tuleap/*.md, recordings cors/): what exists, under which methods, and
 * what it says in `Allow`. The sandbox need not have them all: a route that is here and has no handler is a loud 501.
 */

export interface Route {
  /** `#` is an integer segment, `:` any text: `artifacts/#/links`. */
  path: string;
  methods: readonly string[];
  allow: string;
  /** Preflights that fail: none declared (404), or declared for an integer only (400 for `self`, `129_3`). */
  preflight: 'yes' | 'none' | 'integer';
  /** Methods that anybody may call. */
  open: readonly string[];
  /** Methods that send `Allow` before their own checks, so with their own errors too. */
  early: readonly string[];
  /** Methods that never send it. */
  silent: readonly string[];
  /** Sent with OPTIONS. */
  optionsHeaders: Record<string, string>;
}

type Facts = Partial<
  Pick<Route, 'preflight' | 'optionsHeaders'> & {
    open: string;
    early: string;
    silent: string;
  }
>;

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

/** `allow` names the methods in the server's order; `methods` is the same list unless a fifth word differs. */
function route(path: string, allow: string, facts: Facts = {}, methods = allow): Route {
  return {
    path,
    allow: ['OPTIONS', ...words(allow)].join(', '),
    methods: words(methods),
    preflight: facts.preflight ?? 'yes',
    open: words(facts.open),
    early: words(facts.early),
    silent: words(facts.silent),
    optionsHeaders: facts.optionsHeaders ?? {},
  };
}

const chunk = { 'x-upload-max-file-chunksize': '1048576' };
const quota = { 'x-quota': '67108864', 'x-disk-usage': '0', ...chunk };

const platform: readonly Route[] = [
  route('version', 'GET', { open: 'GET', silent: 'GET' }),
  route('tokens', 'POST DELETE', { open: 'POST' }),
  route('tokens/:', 'DELETE', { early: 'DELETE' }),
  route('access_keys', 'POST', { early: 'POST' }),
  route('access_keys/:', 'POST DELETE', { early: 'GET DELETE' }, 'GET DELETE'),
  route('banner', 'GET PUT DELETE'),
  route('jwt', 'GET'),
  route('system_event', 'GET'),
  route('invitations', 'POST'),
  route('project_fields', 'GET', { preflight: 'none', silent: 'GET' }),
  route('project_services/#', 'PUT', { early: 'PUT' }),
];

const people: readonly Route[] = [
  route('users', 'GET PATCH', {}, 'GET'),
  route('users/:', 'GET PATCH', { preflight: 'integer', silent: 'GET PATCH' }),
  route('users/:/membership', 'GET', { preflight: 'none', silent: 'GET' }),
  route('users/:/preferences', 'GET PATCH DELETE', { early: 'GET PATCH DELETE' }),
  route('users/#/history', 'GET PUT'),
  route('users/:/dashboards', 'GET'),
  route('users/#/access_keys', 'GET', { early: 'GET' }),
  route('users/:/artifacts', 'GET'),
  route('users_memberships', 'GET'),
  route('user_groups', 'POST', { early: 'POST' }),
  route('user_groups/:', 'GET PUT', {}, 'GET'),
  route('user_groups/:/users', 'GET PUT', { preflight: 'integer', silent: 'PUT' }),
];

const projects: readonly Route[] = [
  route('projects', 'GET POST PATCH', { early: 'POST' }, 'POST GET'),
  route('projects/#', 'GET POST PATCH', { early: 'GET' }, 'GET PATCH'),
  route('projects/#/user_groups', 'GET'),
  route('projects/#/trackers', 'GET', { early: 'GET' }),
  route('projects/#/heartbeats', 'GET'),
  route('projects/#/labels', 'GET'),
  route('projects/#/project_services', 'GET'),
  route('projects/#/svn', 'GET'),
  route('projects/#/phpwiki', 'GET'),
  route('projects/#/extract_references', 'POST'),
  route('projects/#/3rd_party_integration_data', 'GET'),
  route('projects/#/banner', 'GET PUT DELETE', { preflight: 'none', silent: 'GET PUT DELETE' }),
  route('projects/#/header_background', 'PUT DELETE', { preflight: 'none', silent: 'PUT DELETE' }),
  route('projects/#/milestones', 'GET PUT'),
  route('projects/#/backlog', 'GET PUT PATCH'),
  route('projects/#/plannings', 'GET'),
  route('projects/#/docman_service', 'GET'),
  route('projects/#/docman_metadata', 'GET'),
  route('projects/#/git', 'GET'),
  route('projects/#/frs_packages', 'GET'),
  route('projects/#/testmanagement_campaigns', 'GET'),
  route('svn', 'POST', { early: 'POST' }),
  route('svn/#', 'GET PUT DELETE', { early: 'PUT DELETE' }),
];

const trackers: readonly Route[] = [
  route('trackers/#', 'GET PATCH'),
  route('trackers/#/artifacts', 'GET'),
  route('trackers/#/parent_artifacts', 'GET'),
  route('trackers/#/tracker_reports', 'GET'),
  route('trackers/#/used_artifact_links', 'GET', { preflight: 'none' }),
  route('tracker_reports/#', 'GET'),
  route('tracker_reports/#/artifacts', 'GET'),
  route('tracker_fields/#', 'PATCH DELETE'),
  route('tracker_fields/#/files', 'POST', { early: 'POST' }),
  route('tracker_workflow_transitions', 'POST'),
  route('tracker_workflow_transitions/#', 'GET PATCH DELETE', { preflight: 'none' }),
  route('tracker_workflow_transitions/#/actions', 'GET PUT', { preflight: 'none' }),
  route('crosstracker_query', 'POST', { preflight: 'none' }),
  route('crosstracker_query/content', 'GET'),
  route('crosstracker_query/:', 'GET PUT DELETE'),
  route('crosstracker_query/:/content', 'GET'),
  route('crosstracker_widget/#', 'GET'),
  route('crosstracker_widget/#/forward_links', 'GET'),
  route('crosstracker_widget/#/reverse_links', 'GET'),
];

const artifacts: readonly Route[] = [
  route('artifacts', 'GET POST', { early: 'GET POST' }),
  route('artifacts/#', 'GET PUT DELETE PATCH', { early: 'PUT', silent: 'PATCH' }),
  route('artifacts/#/changesets', 'GET'),
  route('artifacts/#/links', 'GET'),
  route('artifacts/#/linked_artifacts', 'GET'),
  route('artifact_files/#', 'GET', { optionsHeaders: chunk }),
  route('artifact_temporary_files', 'GET POST', { early: 'POST', optionsHeaders: quota }),
  route('artifact_temporary_files/#', 'GET PUT DELETE', {
    early: 'GET PUT DELETE',
    optionsHeaders: quota,
  }),
];

export const routes: readonly Route[] = [
  ...platform,
  ...people,
  ...projects,
  ...trackers,
  ...artifacts,
];

export type Match =
  | { is: 'route'; route: Route }
  | { is: 'unknown' }
  /** The integer segment holds something else. */
  | { is: 'malformed' }
  | { is: 'notAllowed'; methods: readonly string[] };

function fits(pattern: string, parts: readonly string[]): boolean {
  const segments = pattern.split('/');
  return (
    segments.length === parts.length &&
    segments.every((segment, index) => /[#:]/.test(segment) || segment === parts[index])
  );
}

const isNumeric = (text: string | undefined): boolean => /^[+-]?\d+(\.\d+)?$/.test(text ?? '');

function isMalformed(pattern: string, parts: readonly string[]): boolean {
  return pattern.split('/').some((segment, index) => segment === '#' && !isNumeric(parts[index]));
}

/**
 * Finds the route of a call. As recorded: a missing method is 405 on a fixed path and 404 on one with an id
 * (errors/04–07); a word in an integer segment is 400 before anything else (projects/28, cors/27, cors/28).
 */
export function matchRoute(method: string, parts: readonly string[]): Match {
  const fitting = routes.filter((candidate) => fits(candidate.path, parts));
  // The most literal pattern wins: `crosstracker_query/content` before `crosstracker_query/:`.
  const found = fitting.sort(
    (a, b) => a.path.split(/[#:]/).length - b.path.split(/[#:]/).length,
  )[0];
  if (!found) return { is: 'unknown' };
  if (method === 'OPTIONS') {
    if (found.preflight === 'none') return { is: 'unknown' };
    const isBad =
      isMalformed(found.path, parts) || (found.preflight === 'integer' && !isNumeric(parts[1]));
    return isBad ? { is: 'malformed' } : { is: 'route', route: found };
  }
  if (!found.methods.includes(method)) {
    return /[#:]/.test(found.path)
      ? { is: 'unknown' }
      : { is: 'notAllowed', methods: found.methods };
  }
  return isMalformed(found.path, parts) ? { is: 'malformed' } : { is: 'route', route: found };
}

/** Every address the app can build: params in, string out. Bookmarks and mails rely on these not changing. */

function withSearch(path: string, search?: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search ?? {})) {
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

export const paths = {
  home: () => '/',
  connect: (search?: { return?: string; server?: string; left?: 'unrevoked' }) =>
    withSearch('/connect', search),
  projects: (search?: { q?: string; scope?: string }) => withSearch('/projects', search),
  newProject: () => '/projects/new',
  project: (id: number) => `/projects/${id}`,
  projectSvn: (id: number) => `/projects/${id}/svn`,
  tracker: (id: number, search?: { tql?: string; sort?: string }) =>
    withSearch(`/trackers/${id}`, search),
  trackerStructure: (id: number) => `/trackers/${id}/structure`,
  newArtifact: (trackerId: number, search?: { draft?: string | undefined }) =>
    withSearch(`/trackers/${trackerId}/new`, search),
  artifact: (id: number, search?: { tab?: string; changeset?: number }) =>
    withSearch(`/artifacts/${id}`, search),
  /** Each side is an artifact, or one of its changesets: `431` or `431.9803`. */
  compareArtifacts: (search?: { a?: string; b?: string }) =>
    withSearch('/artifacts/compare', search),
  svn: (id: number) => `/svn/${id}`,
  doctor: (search?: { artifact?: number }) => withSearch('/doctor', search),
  connectDoctor: (search?: { server?: string }) => withSearch('/connect/doctor', search),
  account: () => '/account',
  accountData: () => '/account/data',
  accessKeys: () => '/account/keys',
  drafts: () => '/drafts',
  journal: () => '/journal',
  blueprint: () => '/blueprint',
  blueprintArtifacts: (projectId: number, search?: Record<string, string | number | undefined>) =>
    withSearch(`/blueprint/projects/${projectId}/artifacts`, search),
};

/**
 * A place of ours to go back to, from `?return=`; anything else becomes the home page.
 * Only a path of this origin is accepted: a leading `/` that is not followed by `/` or `\`
 * (browsers read both as "another host"), checked again on the parsed address.
 */
export function ownPath(candidate: string | null, origin: string): string {
  if (!candidate || !/^\/(?![/\\])/.test(candidate)) return paths.home();
  try {
    const url = new URL(candidate, origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : paths.home();
  } catch {
    return paths.home();
  }
}

/**
 * Our page for an address of Tuleap's own pages, where we have one: the web page of an artifact and the cross-reference
 * `art #12` (`/goto`), as they stand in texts and comments.
 */
export function ownPathOfServerUrl(url: URL): string | undefined {
  const number = (name: string) => {
    const text = url.searchParams.get(name) ?? '';
    return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  };
  if (/^\/plugins\/tracker\/?(index\.php)?$/.test(url.pathname)) {
    const artifact = number('aid');
    const comment = /^#followup_([1-9]\d{0,9})$/.exec(url.hash)?.[1];
    const place = comment ? { tab: 'comments', changeset: Number(comment) } : {};
    if (artifact !== undefined) return paths.artifact(artifact, place);
    const tracker = number('tracker');
    return tracker === undefined ? undefined : paths.tracker(tracker);
  }
  if (url.pathname === '/goto' && /^art(ifact)?$/.test(url.searchParams.get('key') ?? '')) {
    const artifact = number('val');
    return artifact === undefined ? undefined : paths.artifact(artifact);
  }
  return undefined;
}

/** What an answer says about a person; which keys it has depends on the route. */
interface PersonNames {
  display_name?: string | undefined;
  real_name?: string | null | undefined;
  username?: string | null | undefined;
}

/**
 * `Test User 1` for `Test User 1 (tester_1)`; the login when there is no other name (` (tester_3)`, as recorded).
 * The login in brackets is how the server tells people apart; lists show it where two have the same name.
 */
export function personName({ display_name, real_name, username }: PersonNames): string {
  const shown = (display_name ?? real_name ?? '').trim();
  const login = username ?? '';
  const name = shown.endsWith(`(${login})`) ? shown.slice(0, -login.length - 2).trim() : shown;
  return name === '' ? login : name;
}

import type { SandboxField, SandboxTracker } from '../../model';
import type { Viewer } from '../../tracker/access';
import { offeredUsers } from '../../tracker/listOffers';
import { minimalGroup } from '../../tracker/references';
import { bindOf } from '../../tracker/shapes/fieldRepresentation';
import type { Literal } from './tree';

/** TQL names list values by label, people by login, groups by translated label; case does not count. */
export function labelsOf(
  viewer: Viewer,
  tracker: SandboxTracker,
  field: SandboxField,
): ReadonlyMap<string, number | string> {
  const bind = bindOf(field);
  if (bind === 'users') {
    const users = offeredUsers(viewer.world, tracker, field);
    return new Map(users.map((user) => [user.username.toLowerCase(), user.id]));
  }
  if (bind === 'ugroups') {
    return new Map(
      (field.values ?? []).flatMap((value) => {
        const group = minimalGroup(viewer, tracker.projectId, value.label);
        return group ? [[group.label.toLowerCase(), value.label] as const] : [];
      }),
    );
  }
  return new Map((field.values ?? []).map((value) => [value.label.toLowerCase(), value.id]));
}

/** The names that literals stand for: `MYSELF()` is the viewer's login. */
export function namesOfLiterals(viewer: Viewer, values: readonly Literal[]): string[] {
  return values.flatMap((literal) => {
    if (literal.is === 'myself') return [viewer.user?.username ?? ''];
    return 'value' in literal ? [String(literal.value)] : [];
  });
}

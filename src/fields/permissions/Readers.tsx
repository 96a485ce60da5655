import { useQueries } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import type { Field } from '~/api/trackers';
import { type GroupPeople, groupPeopleQuery } from '~/api/userGroups';
import { Banner } from '~/ui/show/Banner';
import { personName } from '../people/names';
import type { GrantedGroups } from './permissionsField';
import { readersOf } from './readersOf';
import '../view.css';

interface ReadersProps {
  groups: GrantedGroups;
  field: Field;
}

/** Groups of the whole platform have no list of people: everybody, everybody signed in (projects.md §1). */
const platform: ReadonlySet<string> = new Set(['1', '2', '5']);

function Names({
  people,
  more,
}: {
  people: readonly { id: number; name: string }[];
  more: number;
}) {
  return (
    <details className="meta">
      <summary>Their names</summary>
      {people.map(({ name }) => name).join(', ')}
      {more > 0 ? ` and ${more.toLocaleString()} more` : ''}
    </details>
  );
}

/**
 * The people that chosen groups stand for, before they are saved, and a warning to whoever would lock themselves out.
 * Administrators of the tracker see every artifact of it.
 */
export function Readers({ groups, field }: ReadersProps) {
  const asked = groups.filter(({ id }) => !platform.has(id));
  const isOpen = asked.length < groups.length;
  const answers = useQueries({ queries: asked.map(({ id }) => groupPeopleQuery(id)) });
  if (groups.length === 0 || isOpen) {
    return (
      <p className="meta value-with-icon" role="status">
        <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
        {groups.length === 0
          ? 'Everybody who can see the tracker'
          : 'Everybody on this server who can see the tracker'}
      </p>
    );
  }
  if (answers.some(({ isPending }) => isPending)) {
    return (
      <p className="meta" role="status">
        Looking who these are…
      </p>
    );
  }
  const known = answers.flatMap(({ data }): GroupPeople[] => (data ? [data] : []));
  const hidden = asked.filter((_, index) => !answers[index]?.data).map(({ label }) => label);
  const { people, most, isMeIn } = readersOf(known);
  const isTrackerAdmin = field.permissions_for_groups !== null;
  return (
    <div className="value-list" role="status">
      <p className="meta value-with-icon">
        <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
        {most === 1 ? '1 person' : `${most.toLocaleString()} people`}
        {hidden.length > 0
          ? `, and those of ${hidden.join(', ')}, whom the server does not show you`
          : ''}
        , besides the tracker’s administrators
      </p>
      {people.length === 0 ? null : (
        <Names
          people={people.map((user) => ({ id: user.id ?? 0, name: personName(user) }))}
          more={most - people.length}
        />
      )}
      {isMeIn || isTrackerAdmin ? null : (
        <Banner tone="warning">
          {hidden.length > 0
            ? 'You may lock yourself out: Parterre cannot see whether you belong to these groups.'
            : 'You would lock yourself out: you belong to none of these groups.'}
        </Banner>
      )}
    </div>
  );
}

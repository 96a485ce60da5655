import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Field } from '~/api/trackers';
import { Banner } from '~/ui/show/Banner';
import { personName } from '../people/names';
import type { GrantedGroups } from './permissionsField';
import type { Readership } from './readersOf';
import { useReaders } from './useReaders';
import '../view.css';

interface ReadersProps {
  groups: GrantedGroups;
  field: Field;
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p className="meta value-with-icon">
      <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

/** "3 people, and those of QA, whom the server does not show you". */
function countWords({ most, hidden, unread }: Readership): string {
  const people = most === 1 ? '1 person' : `${most.toLocaleString('en')} people`;
  const unseen = [
    hidden.length === 0 ? [] : `those of ${hidden.join(', ')}, whom the server does not show you`,
    unread.length === 0 ? [] : `those of ${unread.join(', ')}, who could not be looked up now`,
  ].flat();
  if (unseen.length === 0) return people;
  return [most === 0 ? [] : people, unseen]
    .flat()
    .join(', and ')
    .replace(/^those/, 'The people');
}

/** So many names stand in sight. */
const FEW = 12;

function Names({ people, most }: Readership) {
  const more = most - people.length;
  return (
    <details className="meta" open={most <= FEW}>
      <summary>Their names</summary>
      {people.map(personName).join(', ')}
      {more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}
    </details>
  );
}

/** What becomes of oneself. */
function Warning({ isMeIn, isOne }: Pick<Readership, 'isMeIn'> & { isOne: boolean }) {
  if (isMeIn === true) return null;
  return (
    <Banner tone="warning">
      {isMeIn === false
        ? `You would lock yourself out: you ${isOne ? 'do not belong to this group' : 'belong to none of these groups'}.`
        : `You may lock yourself out: Parterre cannot see whether you belong to ${isOne ? 'this group' : 'these groups'}.`}
    </Banner>
  );
}

/**
 * The people that chosen groups stand for, before they are saved, and a warning to whoever would lock themselves out.
 * Administrators of the tracker see every artifact of it.
 */
export function Readers({ groups, field }: ReadersProps) {
  const readers = useReaders(groups);
  const isTrackerAdmin = field.permissions_for_groups !== null;
  return (
    <div className="value-list" role="status">
      {readers === 'everybody' ? (
        <Line>
          {groups.length === 0
            ? 'Everybody who can see the tracker'
            : 'Everybody on this server who can see the tracker'}
        </Line>
      ) : null}
      {readers === 'looking' ? <p className="meta">Looking who these are…</p> : null}
      {typeof readers === 'object' ? (
        <>
          <Line>{countWords(readers)}, besides the tracker’s administrators</Line>
          {readers.people.length === 0 ? null : <Names {...readers} />}
          {isTrackerAdmin ? null : <Warning isMeIn={readers.isMeIn} isOne={groups.length === 1} />}
        </>
      ) : null}
    </div>
  );
}

import { Ellipsis, Undo2 } from 'lucide-react';
import { type ComponentPropsWithRef, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { PersonLink } from '~/fields/people/PersonLink';
import { authorOf, type FieldChange } from '~/saving/changes';
import { IconButton } from '~/ui/button/IconButton';
import { Menu, type MenuItem } from '~/ui/overlay/Menu';
import { Avatar } from '~/ui/show/Avatar';
import { Badge } from '~/ui/show/Badge';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { ChangeList } from './ChangeList';
import { HistoryComment } from './HistoryComment';
import type { Shown } from './useTimeline';

/** What can be done about one change of this changeset (features H4). */
export interface RestoreChange {
  whyNot(change: FieldChange): string | undefined;
  bring(change: FieldChange): void;
}

interface HistoryEntryProps {
  shown: Shown;
  isMine: boolean;
  /** The address asks for this one: it is brought into view. */
  isTarget: boolean;
  /** A comparison starts here; the other one is not chosen yet. */
  isPicked: boolean;
  /** Its own address. */
  to: string;
  menu: readonly MenuItem[];
  /** How the value before a change comes back into the draft, or why not; absent where nothing can. */
  restore: RestoreChange | undefined;
  place: ComponentPropsWithRef<'li'>;
}

function BringBack({ change, restore }: { change: FieldChange; restore: RestoreChange }) {
  return (
    <IconButton
      size="small"
      className="history-restore"
      label={`Bring back ${change.field.label} as it was before`}
      tooltip="Bring back what was before, as an unsaved change"
      icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />}
      disabledReason={restore.whyNot(change)}
      onClick={() => restore.bring(change)}
    />
  );
}

function Changes({ shown, restore }: Pick<HistoryEntryProps, 'shown' | 'restore'>) {
  const { changes, previous, changeset } = shown;
  if (!previous) {
    return (
      <details>
        <summary className="meta soft">Created</summary>
        <ChangeList changes={changes} />
      </details>
    );
  }
  if (changes.length === 0 && changeset.last_comment.body.trim() === '') {
    return <p className="meta soft">No change that you may see</p>;
  }
  return (
    <ChangeList
      changes={changes}
      actions={(change) =>
        restore && change.contract.write ? <BringBack change={change} restore={restore} /> : null
      }
    />
  );
}

/** One changeset: who, when, what changed, the comment, and what can be done with it. */
export function HistoryEntry(props: HistoryEntryProps) {
  const { shown, isMine, isTarget, isPicked, to, menu, restore, place } = props;
  const { changeset, isNew } = shown;
  const author = authorOf(changeset);
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isTarget) return;
    own.current?.scrollIntoView({ block: 'center' });
    own.current?.focus({ preventScroll: true });
  }, [isTarget]);
  return (
    <li
      {...place}
      data-changeset={changeset.id}
      className={`history-entry${isTarget ? ' history-target' : ''}`}
      aria-current={isTarget ? 'location' : undefined}
    >
      <Avatar name={author} isSelf={isMine} />
      <div className="history-body">
        <div className="history-head" ref={own} tabIndex={-1}>
          <strong>
            <PersonLink login={changeset.submitted_by_details?.username ?? ''}>{author}</PersonLink>
          </strong>
          <span className="meta soft">
            <RelativeTime value={changeset.submitted_on} />
          </span>
          {isNew && !isMine ? <Badge tone="info">new</Badge> : null}
          {isPicked ? <Badge tone="info">from here</Badge> : null}
          <Link className="history-id" to={to} aria-label={`Changeset ${changeset.id}`}>
            {changeset.id}
          </Link>
          <Menu
            label={`Changeset ${changeset.id}`}
            aria-label={`What to do with changeset ${changeset.id}`}
            variant="quiet"
            size="small"
            className="button-icon history-menu"
            icon={<Ellipsis size={14} strokeWidth={1.75} aria-hidden="true" />}
            items={menu}
          />
        </div>
        <Changes shown={shown} restore={restore} />
        <HistoryComment changeset={changeset} />
      </div>
    </li>
  );
}

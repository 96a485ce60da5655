import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import { type NotificationRow, newRow } from '../svnForm';
import { NotificationFields } from './NotificationFields';
import { Changed, Part, Section } from './Part';
import type { SettingsProps } from './settingsProps';

/** Who is told of commits, path by path. */
export function NotificationsSection(props: SettingsProps) {
  const { form, change, changed, problems, lock, onUndo } = props;
  const list = useRef<HTMLUListElement>(null);
  const rows = form.notifications;
  const put = (next: NotificationRow) =>
    change({ notifications: rows.map((row) => (row.key === next.key ? next : row)) });
  function add(): void {
    change({ notifications: [...rows, newRow()] });
    // After the row is there: its path is what has to be typed.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('li:last-child input')?.focus(),
    );
  }
  return (
    <Section
      title="Notifications"
      note={
        rows.length === 0
          ? 'Nobody is told of commits yet.'
          : 'A commit that touches a path is told to its addresses, people and groups.'
      }
    >
      <Part control="email_notifications" isChanged={changed.has('notifications')}>
        {changed.has('notifications') && onUndo ? (
          <p className="svn-notifications-changed">
            <Changed label="Notifications" onUndo={() => onUndo('notifications')} />
          </p>
        ) : null}
        <ul ref={list} className="svn-notifications">
          {rows.map((row) => (
            <li key={row.key} data-control={`row ${row.key}`}>
              <fieldset aria-label={`Notification of ${row.path || 'a new path'}`}>
                <NotificationFields
                  row={row}
                  onChange={put}
                  projectId={props.projectId}
                  knownGroups={props.knownGroups}
                  lock={lock}
                  error={problems.byControl.get(`row ${row.key}`)}
                />
                <IconButton
                  label={`Remove the notification of ${row.path || 'a new path'}`}
                  icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
                  disabledReason={lock}
                  onClick={() =>
                    change({ notifications: rows.filter((other) => other.key !== row.key) })
                  }
                />
              </fieldset>
            </li>
          ))}
        </ul>
        <Button
          icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
          disabledReason={lock}
          onClick={add}
        >
          Add a notification
        </Button>
      </Part>
    </Section>
  );
}

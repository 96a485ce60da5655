import { Plus, Trash2 } from 'lucide-react';
import { memo, useRef } from 'react';
import { type NotificationRow, newRow } from '~/saving/svn/svnForm';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import { NotificationFields } from './NotificationFields';
import { Changed, Part, Section } from './Part';
import type { SettingsProps } from './settingsProps';

type RowProps = Pick<SettingsProps, 'projectId' | 'knownGroups' | 'lock' | 'change'> & {
  row: NotificationRow;
  error: string | undefined;
};

/** One notification; drawn again only when it changes itself, as its controls are many. */
const Row = memo(function Row({ row, change, lock, error, projectId, knownGroups }: RowProps) {
  const name = row.path || 'a new path';
  const put = (next: NotificationRow) =>
    change(({ notifications }) => ({
      notifications: notifications.map((other) => (other.key === next.key ? next : other)),
    }));
  const remove = () =>
    change(({ notifications }) => ({
      notifications: notifications.filter(({ key }) => key !== row.key),
    }));
  return (
    <li data-control={`row ${row.key}`}>
      <fieldset aria-label={`Notification of ${name}`}>
        <NotificationFields
          row={row}
          onChange={put}
          projectId={projectId}
          knownGroups={knownGroups}
          lock={lock}
          error={error}
        />
        <IconButton
          label={`Remove the notification of ${name}`}
          icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
          disabledReason={lock}
          onClick={remove}
        />
      </fieldset>
    </li>
  );
});

/** Who is told of commits, path by path. */
export function NotificationsSection(props: SettingsProps) {
  const { form, change, changed, problems, lock, onUndo } = props;
  const list = useRef<HTMLUListElement>(null);
  const rows = form.notifications;
  function add(): void {
    change(({ notifications }) => ({ notifications: [...notifications, newRow()] }));
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
            <Row
              key={row.key}
              row={row}
              change={change}
              projectId={props.projectId}
              knownGroups={props.knownGroups}
              lock={lock}
              error={problems.byControl.get(`row ${row.key}`)}
            />
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

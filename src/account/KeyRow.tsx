import type { AccessKey } from '~/api/signIn/accessKeys';
import { formatDate } from '~/lib/dates';
import { Button } from '~/ui/button/Button';
import { Badge } from '~/ui/show/Badge';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { daysLeft, keyEnd, nameOf, scopesOf } from './keyFacts';

interface KeyRowProps {
  accessKey: AccessKey;
  isInUse: boolean;
  onRevoke(): void;
  onRotate(): void;
}

function End({ accessKey }: { accessKey: AccessKey }) {
  const now = Date.now();
  const end = keyEnd(accessKey, now);
  const { expiration_date: date } = accessKey;
  if (date === null) return <span className="meta">never</span>;
  return (
    <>
      {formatDate(date)}{' '}
      {end === 'soon' ? <Badge tone="warning">{daysLeft(date, now)}</Badge> : null}
      {end === 'over' ? <Badge tone="danger">ended</Badge> : null}
    </>
  );
}

/** One key: what it is for, when it was used, when it ends, and what can be done with it. */
export function KeyRow({ accessKey, isInUse, onRevoke, onRotate }: KeyRowProps) {
  const { creation_date: made, last_used_on: used, last_used_by: by } = accessKey;
  const name = nameOf(accessKey);
  return (
    <tr>
      <th scope="row">
        {name} <span className="meta">tlp-k1-{accessKey.id}</span>{' '}
        {isInUse ? <Badge tone="accent">in use here</Badge> : null}
      </th>
      <td data-label="For">{scopesOf(accessKey)}</td>
      <td data-label="Made">{formatDate(made)}</td>
      <td data-label="Last used">
        {used === null ? <span className="meta">never</span> : <RelativeTime value={used} />}
        {by === null ? null : <span className="meta"> from {by}</span>}
      </td>
      <td data-label="Ends">
        <End accessKey={accessKey} />
      </td>
      <td className="keys-actions">
        {isInUse ? (
          <Button size="small" aria-label={`Rotate ${name}`} onClick={onRotate}>
            Rotate
          </Button>
        ) : null}
        <Button size="small" aria-label={`Revoke ${name}`} onClick={onRevoke}>
          Revoke
        </Button>
      </td>
    </tr>
  );
}

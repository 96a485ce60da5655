import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '~/api/session';
import { type AccessKey, accessKeysQuery } from '~/api/signIn/accessKeys';
import type { Rotation } from '~/api/signIn/rotate';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { Button } from '~/ui/button/Button';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { KeyRow } from './KeyRow';
import { NewKeyDialog } from './NewKeyDialog';
import { RevokeDialog } from './RevokeDialog';
import { RotateDialog } from './RotateDialog';
import { ShownOnce } from './ShownOnce';
import './keys.css';

/** The keys of the signed-in person. */
export async function loader({ queryClient }: PageLoaderArgs) {
  await queryClient.ensureQueryData(accessKeysQuery());
  return {};
}

export const handle: PageHandle = {
  title: () => 'Access keys',
  crumbs: () => [{ label: 'Access keys' }],
};

type Asked = { what: 'new' } | { what: 'revoke' | 'rotate'; key: AccessKey };

/** `/account/keys` (features C6): what signs in to this server in the person's name, made, replaced and revoked. */
export function Component() {
  const { session, access } = useSession();
  const queryClient = useQueryClient();
  const { data: keys } = useSuspenseQuery(accessKeysQuery());
  const [asked, setAsked] = useState<Asked>();
  const [made, setMade] = useState<Rotation>();
  const close = () => setAsked(undefined);
  function finish(rotation?: Rotation): void {
    close();
    setMade(rotation);
    void queryClient.invalidateQueries({ queryKey: accessKeysQuery().queryKey });
  }
  const server = session?.connection.label ?? '';
  const isInUse = (key: AccessKey) => key.id === access?.keyId;
  return (
    <>
      <PageHead
        count={keys.length}
        facts={[`${session?.person.username} at ${server}`]}
        actions={
          <Button variant="primary" onClick={() => setAsked({ what: 'new' })}>
            New access key
          </Button>
        }
      />
      <div className="keys">
        {made ? (
          <ShownOnce key={made.key} rotation={made} onDone={() => setMade(undefined)} />
        ) : null}
        {keys.length === 0 ? (
          <EmptyState icon={<KeyRound size={24} strokeWidth={1.5} />} title="No access keys">
            A key signs in to the REST API or to SVN without a password, and can be revoked alone.
          </EmptyState>
        ) : (
          <table className="keys-table">
            <thead>
              <tr>
                <th scope="col">Description</th>
                <th scope="col">For</th>
                <th scope="col">Made</th>
                <th scope="col">Last used</th>
                <th scope="col">Ends</th>
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <KeyRow
                  key={key.id}
                  accessKey={key}
                  isInUse={isInUse(key)}
                  onRevoke={() => setAsked({ what: 'revoke', key })}
                  onRotate={() => setAsked({ what: 'rotate', key })}
                />
              ))}
            </tbody>
          </table>
        )}
        {access?.way === 'accessKey' ? null : (
          <Banner>You are signed in by another way: no key of this list is in use here.</Banner>
        )}
      </div>
      {asked?.what === 'new' ? <NewKeyDialog onClose={close} onMade={finish} /> : null}
      {asked?.what === 'revoke' ? (
        <RevokeDialog
          accessKey={asked.key}
          isInUse={isInUse(asked.key)}
          onClose={close}
          onRevoked={() => finish()}
        />
      ) : null}
      {asked?.what === 'rotate' ? (
        <RotateDialog accessKey={asked.key} onClose={close} onRotated={finish} />
      ) : null}
    </>
  );
}

import { originOf } from '~/api/requests/origin';
import { setReadOnly, useReadOnly } from '~/api/requests/readOnly';
import { useSession } from '~/api/session';
import type { Access } from '~/api/signIn/credentials';
import { formatDateTime } from '~/lib/dates';
import type { PageHandle } from '~/lib/page';
import { paths } from '~/paths';
import { LinkButton } from '~/ui/button/LinkButton';
import { Checkbox } from '~/ui/form/Checkbox';
import { Segments } from '~/ui/form/Segments';
import { PageHead } from '~/ui/page/PageHead';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '~/ui/theme';
import './account.css';

export const handle: PageHandle = {
  title: () => 'Account',
  crumbs: () => [{ label: 'Account' }],
};

const ways: Record<Access['way'], string> = {
  accessKey: 'Access key',
  token: 'User name and password, turned into a token',
  basic: 'User name and password, sent with every request',
  browser: 'Signed in to Tuleap in this browser',
  anonymous: 'Without signing in',
};

function accessWords({ way, endsAt, keyId }: Access): string {
  const number = keyId === undefined ? '' : ` number ${keyId}`;
  const end = endsAt === undefined ? '' : `, until ${formatDateTime(endsAt)}`;
  return `${ways[way]}${number}${end}`;
}

/** `/account`: who is signed in where and how, and what is chosen for this browser. */
export function Component() {
  const { session, access } = useSession();
  const isReadOnly = useReadOnly();
  const theme = useThemeChoice();
  if (!session) return null;
  const { connection, person } = session;
  const facts = [
    ['Name', person.realName],
    ['User name', `${person.username}${person.isUnverified ? ' (not verified)' : ''}`],
    ['Number', String(person.id)],
    ['Server', connection.label],
    ['Address', originOf(connection)],
    ['Way in', access ? accessWords(access) : ''],
  ].filter(([, value]) => value !== '');
  return (
    <>
      <PageHead />
      <div className="page-body page-read account">
        <section aria-labelledby="account-who">
          <h2 id="account-who">Signed in</h2>
          <dl className="account-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="account-keys">
          <h2 id="account-keys">Access keys</h2>
          <p className="soft">
            Keys let Parterre and scripts in without your password: make one, replace it, revoke it.
          </p>
          <LinkButton to={paths.accessKeys()}>Access keys</LinkButton>
        </section>
        <section aria-labelledby="account-writes">
          <h2 id="account-writes">Read-only</h2>
          <Checkbox isSelected={isReadOnly} onChange={setReadOnly}>
            Send nothing but reads from this browser
          </Checkbox>
        </section>
        <section aria-labelledby="account-theme">
          <h2 id="account-theme">Theme</h2>
          <Segments<ThemeChoice>
            label="Theme"
            value={theme}
            onChange={chooseTheme}
            segments={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </section>
        <section aria-labelledby="account-data">
          <h2 id="account-data">My data in this browser</h2>
          <p className="soft">
            Drafts, journal, recent places and settings: see them, take them along, wipe them.
          </p>
          <LinkButton to={paths.accountData()}>My data</LinkButton>
        </section>
      </div>
    </>
  );
}

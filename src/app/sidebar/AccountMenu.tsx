import { KeyRound, LogOut, Monitor, Moon, PencilOff, Plus, Sun } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { setReadOnly, useReadOnly } from '~/api/requests/readOnly';
import { profileOf, type Session, useSession } from '~/api/session';
import type { Access } from '~/api/signIn/credentials';
import { formatMoment } from '~/lib/dates';
import { paths } from '~/paths';
import { Menu } from '~/ui/overlay/Menu';
import { chooseTheme, useThemeChoice } from '~/ui/theme';
import { useAccountActions } from '../session/useAccountActions';
import { AccountFace } from './AccountFace';

const themes = [
  { theme: 'system', label: 'System theme', Icon: Monitor },
  { theme: 'light', label: 'Light theme', Icon: Sun },
  { theme: 'dark', label: 'Dark theme', Icon: Moon },
] as const;

const ways: Record<Access['way'], string> = {
  accessKey: 'access key',
  token: 'token',
  basic: 'password, sent each time',
  browser: 'as signed in to Tuleap',
  anonymous: 'without an account',
};

/** Who, where, and by which way until when (features C5). */
function facts({ connection, person }: Session, access: Access | null): string {
  const until = access?.endsAt === undefined ? '' : ` until ${formatMoment(access.endsAt)}`;
  const way = access ? `, ${ways[access.way]}${until}` : '';
  const doubt = person.isUnverified ? ' (not verified)' : '';
  return `${person.realName}${doubt}, ${connection.label}${way}`;
}

/** Which server and as whom, with the way out and the theme. */
export function AccountMenu({ session, isFolded }: { session: Session; isFolded: boolean }) {
  const { connection, person } = session;
  const theme = useThemeChoice();
  const { access, others } = useSession();
  const navigate = useNavigate();
  const { signOut, switchTo, isPending } = useAccountActions();
  const isReadOnly = useReadOnly();
  return (
    <Menu
      variant="quiet"
      className="side-account"
      label="Account"
      isPending={isPending}
      // Begins with what is seen, so that it can be called by voice.
      aria-label={`${connection.label} ${person.username}, signed in as ${person.realName}`}
      tooltip={isFolded ? `${connection.label}, ${person.username}` : undefined}
      items={[
        ...others.map((each) => ({
          key: profileOf(each),
          label: each.connection.label,
          note: `Go on as ${each.person.username}`,
          icon: (
            <span
              className={`side-profile connection-${each.connection.color}`}
              aria-hidden="true"
            />
          ),
          onSelect: () => switchTo(profileOf(each)),
        })),
        {
          key: 'add',
          label: 'Add another server…',
          icon: <Plus size={16} strokeWidth={1.75} aria-hidden="true" />,
          onSelect: () => navigate(paths.connect()),
        },
        {
          key: 'keys',
          label: 'Access keys',
          icon: <KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />,
          onSelect: () => navigate(paths.accessKeys()),
        },
        ...themes.map(({ theme: each, label, Icon }) => ({
          key: each,
          label,
          icon: <Icon size={16} strokeWidth={1.75} aria-hidden="true" />,
          isChosen: theme === each,
          onSelect: () => chooseTheme(each),
        })),
        {
          key: 'readOnly',
          label: isReadOnly ? 'Switch read-only off' : 'Switch read-only on',
          note: isReadOnly ? 'Nothing is changed now' : 'Nothing can be changed then',
          icon: <PencilOff size={16} strokeWidth={1.75} aria-hidden="true" />,
          onSelect: () => setReadOnly(!isReadOnly),
        },
        {
          key: 'out',
          label: 'Sign out',
          note: facts(session, access),
          icon: <LogOut size={16} strokeWidth={1.75} aria-hidden="true" />,
          onSelect: signOut,
        },
      ]}
    >
      <AccountFace session={session} />
    </Menu>
  );
}

import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import type { Session } from '~/api/session';
import { Menu } from '~/ui/overlay/Menu';
import { chooseTheme, useThemeChoice } from '~/ui/theme';
import { useSignOut } from '../signOut';
import { AccountFace } from './AccountFace';

const themes = [
  { theme: 'system', label: 'System theme', Icon: Monitor },
  { theme: 'light', label: 'Light theme', Icon: Sun },
  { theme: 'dark', label: 'Dark theme', Icon: Moon },
] as const;

/** Which server and as whom, with the way out and the theme. */
export function AccountMenu({ session, isFolded }: { session: Session; isFolded: boolean }) {
  const { connection, person } = session;
  const theme = useThemeChoice();
  const { signOut, isPending } = useSignOut();
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
        ...themes.map(({ theme: each, label, Icon }) => ({
          key: each,
          label,
          icon: <Icon size={16} strokeWidth={1.75} aria-hidden="true" />,
          isChosen: theme === each,
          onSelect: () => chooseTheme(each),
        })),
        {
          key: 'out',
          label: 'Sign out',
          note: `${person.realName}, ${connection.label}`,
          icon: <LogOut size={16} strokeWidth={1.75} aria-hidden="true" />,
          onSelect: signOut,
        },
      ]}
    >
      <AccountFace session={session} />
    </Menu>
  );
}

import { Monitor, Moon, Sun } from 'lucide-react';
import { Button } from '~/ui/button/Button';
import { chooseTheme, useThemeChoice } from '~/ui/theme';

const faces = {
  system: { label: 'System theme', icon: Monitor, next: 'light' },
  light: { label: 'Light theme', icon: Sun, next: 'dark' },
  dark: { label: 'Dark theme', icon: Moon, next: 'system' },
} as const;

/** Goes round system, light and dark; says the present one. */
export function ThemeButton() {
  const { label, icon: Icon, next } = faces[useThemeChoice()];
  return (
    <Button
      variant="quiet"
      icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
      tooltip={`Change to ${faces[next].label.toLowerCase()}`}
      onClick={() => chooseTheme(next)}
    >
      {label}
    </Button>
  );
}

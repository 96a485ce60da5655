import './avatar.css';

interface AvatarProps {
  name: string;
  size?: 'small' | 'normal' | 'large';
  /** The signed-in person stands out. */
  isSelf?: boolean;
}

/** The first letter of a name in a circle; no picture is fetched. Decoration: the name stands beside it. */
export function Avatar({ name, size = 'normal', isSelf = false }: AvatarProps) {
  const initial = Array.from(name.trim())[0]?.toLocaleUpperCase() ?? '?';
  return (
    <span className={`avatar avatar-${size}${isSelf ? ' avatar-self' : ''}`} aria-hidden="true">
      {initial}
    </span>
  );
}

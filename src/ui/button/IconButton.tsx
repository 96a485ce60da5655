import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  /** What it does: its accessible name, and its tooltip unless another is given. */
  label: string;
  icon: ReactNode;
}

/** A square button with only an icon; quiet unless said otherwise. */
export function IconButton({ label, icon, tooltip, className, ...rest }: IconButtonProps) {
  return (
    <Button
      variant="quiet"
      {...rest}
      icon={icon}
      aria-label={label}
      tooltip={tooltip ?? label}
      className={`button-icon${className ? ` ${className}` : ''}`}
    />
  );
}

import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router-dom';
import { type ButtonVariant, buttonClass } from './Button';

interface LinkButtonProps extends LinkProps {
  variant?: ButtonVariant;
  size?: 'small' | 'normal';
  icon?: ReactNode;
}

/** A link to a place of ours that looks like a button: middle click and "open in a new tab" keep working. */
export function LinkButton({
  variant = 'secondary',
  size = 'normal',
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={`${buttonClass(variant, size)}${className ? ` ${className}` : ''}`}>
      {icon}
      {children}
    </Link>
  );
}

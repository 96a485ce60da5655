import type { ComponentPropsWithRef } from 'react';
import './button.css';

/** A button that reads like a link, for small actions inside a line ("Changed", "Where do I find one?"). */
export function TextButton({ className, ...rest }: ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" {...rest} className={`text-button${className ? ` ${className}` : ''}`} />
  );
}

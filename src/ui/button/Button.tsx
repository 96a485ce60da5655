import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { Kbd } from './Kbd';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  /** `primary` once per page; `secondary` is the default. */
  variant?: ButtonVariant;
  size?: 'small' | 'normal';
  /** A 16 px icon before the text. */
  icon?: ReactNode;
  /** The shortcut shown after the text; the page listens to it. */
  keys?: string;
  /** Work is under way: keeps its width and focus, takes no click. */
  isPending?: boolean;
  /** Why it cannot be used now. The button stays in the tab order, so that everybody can learn the reason. */
  disabledReason?: string | undefined;
  tooltip?: string | undefined;
}

/** Class names of everything that looks like a button. */
export function buttonClass(variant: ButtonVariant, size: 'small' | 'normal' = 'normal'): string {
  return `button button-${variant}${size === 'small' ? ' button-small' : ''}`;
}

/** A native button: `onClick` as usual, `type` is "button" unless said. */
export function Button({
  variant = 'secondary',
  size = 'normal',
  icon,
  keys,
  isPending = false,
  disabledReason,
  tooltip,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const isOff = isPending || disabledReason !== undefined;
  function click(event: MouseEvent<HTMLButtonElement>): void {
    // Also stops the implicit submit by Enter, which arrives as a click on the submit button.
    if (isOff) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(variant, size)}${className ? ` ${className}` : ''}`}
      aria-disabled={isOff || undefined}
      aria-busy={isPending || undefined}
      aria-description={disabledReason ?? rest['aria-description']}
      data-tooltip={disabledReason ?? tooltip}
      onClick={click}
    >
      {isPending ? <span className="button-spinner" aria-hidden="true" /> : icon}
      {children}
      {keys === undefined ? null : (
        <span aria-hidden="true">
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </button>
  );
}

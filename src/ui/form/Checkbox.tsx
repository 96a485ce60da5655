import type { ComponentPropsWithRef, ReactNode } from 'react';
import './choice.css';

interface CheckboxProps
  extends Omit<ComponentPropsWithRef<'input'>, 'checked' | 'onChange' | 'type' | 'disabled'> {
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  /** Some, not all: shown as a dash; a click selects. */
  isIndeterminate?: boolean;
  disabledReason?: string | undefined;
  /** The visible label; without it give `aria-label`. */
  children?: ReactNode;
}

/** One yes-or-no choice: a native checkbox with its label. */
export function Checkbox({
  isSelected,
  onChange,
  isIndeterminate = false,
  disabledReason,
  children,
  ...rest
}: CheckboxProps) {
  return (
    <label className="choice" data-tooltip={disabledReason}>
      <input
        {...rest}
        type="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = isIndeterminate;
        }}
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
        disabled={disabledReason !== undefined}
        aria-description={disabledReason}
      />
      {children ? <span className="choice-text">{children}</span> : null}
    </label>
  );
}

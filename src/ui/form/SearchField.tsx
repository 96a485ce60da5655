import { Search, X } from 'lucide-react';
import { type ComponentPropsWithRef, useRef } from 'react';
import { IconButton } from '../button/IconButton';
import { Kbd } from '../button/Kbd';
import './search.css';

interface SearchFieldProps
  extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'type' | 'size'> {
  /** Accessible name; the placeholder says the same to the eye. */
  label: string;
  value: string;
  onChange(value: string): void;
  /** The key that jumps here, shown while empty; the page listens to it. */
  keys?: string;
}

/** A search box: Escape empties it, the cross too. */
export function SearchField({
  label,
  value,
  onChange,
  keys,
  placeholder,
  className,
  ...rest
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={`search${className ? ` ${className}` : ''}`}>
      <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={input}
        {...rest}
        type="search"
        className="control"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
          rest.onKeyDown?.(event);
        }}
      />
      {value === '' ? (
        keys === undefined ? null : (
          <span className="search-end" aria-hidden="true">
            <Kbd>{keys}</Kbd>
          </span>
        )
      ) : (
        <IconButton
          size="small"
          className="search-end search-clear"
          label="Clear the search"
          icon={<X size={14} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}

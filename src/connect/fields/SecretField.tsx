import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { IconButton } from '~/ui/button/IconButton';
import { Field, type FieldFacts, useFieldIds } from '~/ui/form/Field';
import './fields.css';

interface SecretFieldProps extends FieldFacts {
  ref: Ref<HTMLInputElement>;
  name: string;
  isMono?: boolean;
  onInput?(value: string): void;
}

/**
 * A password or key. The text lives in the input alone, never in React state, and its owner empties it after use.
 * The eye is named without the field's words, so that the field stays the only thing called that.
 */
export function SecretField({ ref, name, isMono = false, onInput, ...facts }: SecretFieldProps) {
  const ids = useFieldIds(facts);
  const [isShown, setIsShown] = useState(false);
  return (
    <Field ids={ids} {...facts}>
      <span className="control-with-unit">
        <input
          ref={ref}
          id={ids.control}
          name={name}
          type={isShown ? 'text' : 'password'}
          className={`control connect-secret${isMono ? ' control-mono' : ''}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={facts.error ? true : undefined}
          aria-describedby={ids.describedBy}
          onInput={(event) => onInput?.(event.currentTarget.value)}
        />
        <span className="control-unit">
          <IconButton
            size="small"
            label={isShown ? 'Hide what is typed' : 'Show what is typed'}
            icon={
              isShown ? (
                <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
              ) : (
                <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
              )
            }
            onClick={() => setIsShown(!isShown)}
          />
        </span>
      </span>
    </Field>
  );
}

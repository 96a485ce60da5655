import type { Ref } from 'react';
import { Field, type FieldFacts, useFieldIds } from '~/ui/form/Field';

/** A password. The text lives in the input alone, never in React state; its owner reads and empties it. */
export function PasswordField({ ref, ...facts }: FieldFacts & { ref: Ref<HTMLInputElement> }) {
  const ids = useFieldIds(facts);
  return (
    <Field ids={ids} {...facts}>
      <input
        ref={ref}
        id={ids.control}
        type="password"
        className="control"
        autoComplete="off"
        aria-invalid={facts.error ? true : undefined}
        aria-describedby={ids.describedBy}
      />
    </Field>
  );
}

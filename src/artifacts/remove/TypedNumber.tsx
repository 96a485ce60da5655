import { useState } from 'react';
import { TextField } from '~/ui/form/TextField';

interface NumberProps {
  id: number;
  typed: string;
  onType(typed: string): void;
  /** Enter, with the number typed. */
  onEnter(): void;
}

/** Whether what is typed is this number, with `#` or without. */
export const isNumberOf = (typed: string, id: number): boolean =>
  typed.trim().replace(/^#/, '') === String(id);

/** The number of an artifact, typed by hand before it is deleted: Enter goes on with the right one, and says of another that it is not. */
export function TypedNumber({ id, typed, onType, onEnter }: NumberProps) {
  const [refused, setRefused] = useState<string>();
  const wrong = typed.trim() === '' ? 'Nothing is typed yet.' : `“${typed.trim()}” is not ${id}.`;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNumberOf(typed, id)) onEnter();
        else setRefused(typed);
      }}
    >
      <TextField
        label={`Type ${id} to delete it`}
        value={typed}
        onChange={onType}
        error={refused === typed ? wrong : undefined}
        inputMode="numeric"
        autoComplete="off"
      />
    </form>
  );
}

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { scope } from '~/api/session';
import { Button } from '~/ui/button/Button';
import { Field, useFieldIds } from '~/ui/form/Field';
import { Banner } from '~/ui/show/Banner';
import './kept.css';

/**
 * Opens what lies in this browser behind the person's passphrase (features E15, C7). What is typed lives in the input
 * alone, and goes when it has opened something.
 */
export function UnlockKept({ children }: { children: string }) {
  const input = useRef<HTMLInputElement>(null);
  const opening = useMutation({
    mutationFn: async (passphrase: string) => {
      const { unlockKept } = await import('~/kept/lock');
      return unlockKept(scope(), passphrase);
    },
    onSuccess(isOpen) {
      if (input.current && isOpen) input.current.value = '';
      else input.current?.focus();
    },
  });
  const facts = {
    label: 'Passphrase',
    error: opening.data === false ? 'This passphrase does not open it.' : undefined,
  };
  const ids = useFieldIds(facts);
  function open(event: FormEvent): void {
    event.preventDefault();
    const passphrase = input.current?.value ?? '';
    if (passphrase !== '' && !opening.isPending) opening.mutate(passphrase);
  }
  return (
    <Banner tone="warning" place="page" role="status">
      {children}
      <form className="kept-unlock" onSubmit={open} noValidate>
        <Field ids={ids} {...facts}>
          <input
            ref={input}
            id={ids.control}
            type="password"
            className="control"
            autoComplete="off"
            aria-invalid={facts.error ? true : undefined}
            aria-describedby={ids.describedBy}
          />
        </Field>
        <Button type="submit" isPending={opening.isPending}>
          Unlock
        </Button>
      </form>
    </Banner>
  );
}

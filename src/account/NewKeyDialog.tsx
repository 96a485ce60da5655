import { type FormEvent, useId, useState } from 'react';
import { explain } from '~/api/explain';
import { createAccessKey, createAccessKeyWrite, type KeyScope } from '~/api/signIn/accessKeys';
import { atom, type Rotation } from '~/api/signIn/rotate';
import { useOneMutation } from '~/api/useOneMutation';
import { ShowRequest } from '~/requests/ShowRequest';
import { Button } from '~/ui/button/Button';
import { CheckboxGroup } from '~/ui/form/CheckboxGroup';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { ErrorPanel } from '~/ui/show/ErrorPanel';

interface NewKeyDialogProps {
  onClose(): void;
  onMade(rotation: Rotation): void;
}

const scopes = [
  { value: 'write:rest', label: 'REST: everything the API can do in your name' },
  { value: 'write:svn', label: 'SVN: reading and committing' },
] as const;

/** The last second of a day, in the reader's zone. */
function endOf(day: string): number {
  return new Date(`${day}T23:59:59`).getTime();
}

interface Faults {
  scopes?: string;
  end?: string;
}

function faultsOf(chosen: readonly string[], day: string): Faults {
  return {
    ...(chosen.length === 0 ? { scopes: 'Choose at least one.' } : {}),
    ...(day !== '' && !(endOf(day) > Date.now()) ? { end: 'Choose a day that is not over.' } : {}),
  };
}

/** A new key: what for, and until when. */
export function NewKeyDialog({ onClose, onMade }: NewKeyDialogProps) {
  const form = useId();
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['write:rest']);
  const [day, setDay] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const wanted = () => ({
    description: description.trim(),
    scopes: scopes.map(({ value }): KeyScope => value).filter((scope) => chosen.includes(scope)),
    expiresOn: endOf(day) > 0 ? atom(endOf(day)) : null,
  });
  const create = useOneMutation({
    mutationFn: () => createAccessKey(wanted()),
    // The answer is a secret: no cache keeps it.
    gcTime: 0,
    onSuccess: (key) => onMade({ key, isOldRevoked: true }),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultsOf(chosen, day);
    setFaults(found);
    if (Object.keys(found).length === 0 && !create.isPending) create.mutate();
  }
  return (
    <Dialog
      title="New access key"
      size="small"
      onClose={onClose}
      note={<ShowRequest look="text" plan={() => [createAccessKeyWrite(wanted())]} />}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" isPending={create.isPending}>
            Make the key
          </Button>
        </>
      }
    >
      <form id={form} className="keys-form" onSubmit={submit} noValidate>
        <TextField
          label="Description"
          value={description}
          onChange={setDescription}
          data-autofocus
          help="Where it is used: the only thing that tells keys apart later."
        />
        <CheckboxGroup
          label="For"
          value={chosen}
          onChange={setChosen}
          options={scopes}
          error={faults.scopes}
        />
        <TextField
          label="Ends after"
          type="date"
          value={day}
          onChange={setDay}
          error={faults.end}
          help="Without a day it never ends."
        />
        {create.isError ? <ErrorPanel words={explain(create.error, 'make a key')} /> : null}
      </form>
    </Dialog>
  );
}

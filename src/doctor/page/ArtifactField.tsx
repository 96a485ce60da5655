import { type FormEvent, useState } from 'react';
import { idOf } from '~/lib/page';
import { Button } from '~/ui/button/Button';
import { TextField } from '~/ui/form/TextField';

/** The artifact that the check of saving is tried on, where the person wants to say which. */
export function ArtifactField({
  artifact,
  onChoose,
}: {
  artifact: number | undefined;
  onChoose(artifact: number | undefined): void;
}) {
  const [typed, setTyped] = useState(artifact === undefined ? '' : String(artifact));
  const id = idOf(typed.trim());
  const isWrong = typed.trim() !== '' && id === undefined;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isWrong) onChoose(id);
  }
  return (
    <form className="doctor-artifact" onSubmit={submit} noValidate>
      <TextField
        label="Artifact to try a save on"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        help="A number; empty takes one of yours."
        error={isWrong ? 'This is not the number of an artifact.' : undefined}
      />
      <Button type="submit">Use it</Button>
    </form>
  );
}

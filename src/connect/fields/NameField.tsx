import type { Refusal } from '~/api/signIn/ways';
import { TextField } from '~/ui/form/TextField';
import type { CredentialForm } from './useCredentialForm';

interface NameFieldProps {
  form: CredentialForm;
  refusal: Refusal | undefined;
  help?: string;
}

/** The login. */
export function NameField({ form, refusal, help }: NameFieldProps) {
  return (
    <TextField
      label="User name"
      name="username"
      value={form.username}
      onChange={form.setUsername}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      error={refusal?.field === 'username' ? refusal.message : undefined}
      help={help}
    />
  );
}

import { NativeSelect } from '~/ui/form/NativeSelect';
import { NameField } from './NameField';
import { SecretField } from './SecretField';
import type { CredentialFieldsProps } from './useCredentialForm';

const methods = {
  token: 'What you type is sent once, changed into a token of 24 hours, and forgotten.',
  basic:
    'Changed into a token where the server gives one, and forgotten. Else it stays in memory and goes out with every request; each then takes 2 to 3 seconds.',
};

/** User name and password, and what becomes of them. */
export function PasswordFields({ form, refusal }: CredentialFieldsProps) {
  return (
    <>
      <div className="connect-pair">
        <NameField form={form} refusal={refusal} />
        <SecretField
          ref={form.password}
          name="password"
          label="Password"
          error={refusal?.field === 'password' ? refusal.message : undefined}
        />
      </div>
      <NativeSelect
        label="Method"
        value={form.method}
        onChange={(method) => form.setMethod(method === 'basic' ? 'basic' : 'token')}
        options={[
          { value: 'token', label: 'Token of 24 hours' },
          { value: 'basic', label: 'Basic' },
        ]}
        help={methods[form.method]}
      />
    </>
  );
}

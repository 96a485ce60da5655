import { KeyRound, UserRound } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { looksLikeAccessKey } from '~/api/signIn/credentials';
import type { Refusal, SignInForm } from '~/api/signIn/ways';
import { TextButton } from '~/ui/button/TextButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { Segments } from '~/ui/form/Segments';
import { TextField } from '~/ui/form/TextField';
import { SecretField } from './SecretField';

/** What the form of one way to sign in holds; `read` takes the secrets out of their inputs, `clear` empties them. */
export interface CredentialForm {
  way: 'accessKey' | 'password';
  setWay(way: 'accessKey' | 'password'): void;
  username: string;
  setUsername(name: string): void;
  method: 'token' | 'basic';
  setMethod(method: 'token' | 'basic'): void;
  key: RefObject<HTMLInputElement | null>;
  password: RefObject<HTMLInputElement | null>;
  read(): SignInForm;
  clear(): void;
  /** Puts the caret where the person can mend a refusal. */
  focus(field: Refusal['field']): void;
}

/** The state of the credential fields; secrets stay in the inputs. */
export function useCredentialForm(initialName = ''): CredentialForm {
  const [way, setWay] = useState<'accessKey' | 'password'>('accessKey');
  const [username, setUsername] = useState(initialName);
  const [method, setMethod] = useState<'token' | 'basic'>('token');
  const key = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  function read(): SignInForm {
    return way === 'accessKey'
      ? { way, key: key.current?.value ?? '' }
      : { way, username, password: password.current?.value ?? '', as: method };
  }
  function clear(): void {
    for (const input of [key.current, password.current]) if (input) input.value = '';
  }
  function focus(field: Refusal['field']): void {
    if (field === 'key') key.current?.focus();
    else if (field === 'password') password.current?.focus();
    else password.current?.form?.querySelector<HTMLInputElement>('[name=username]')?.focus();
  }
  return {
    focus,
    way,
    setWay,
    username,
    setUsername,
    method,
    setMethod,
    key,
    password,
    read,
    clear,
  };
}

const segments = [
  {
    value: 'accessKey',
    label: 'Access key',
    icon: <KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />,
  },
  {
    value: 'password',
    label: 'User name and password',
    icon: <UserRound size={16} strokeWidth={1.75} aria-hidden="true" />,
  },
] as const;

interface CredentialFieldsProps {
  form: CredentialForm;
  refusal: Refusal | undefined;
}

function KeyField({ form, refusal }: CredentialFieldsProps) {
  const [isRight, setIsRight] = useState(false);
  const [isExplained, setIsExplained] = useState(false);
  return (
    <SecretField
      ref={form.key}
      name="key"
      label="Access key"
      isMono
      error={refusal?.field === 'key' ? refusal.message : undefined}
      onInput={(value) => setIsRight(looksLikeAccessKey(value))}
      aside={
        <TextButton aria-expanded={isExplained} onClick={() => setIsExplained(!isExplained)}>
          Where do I find one?
        </TextButton>
      }
      help={
        <>
          {isRight
            ? `Its form is right. ${refusal ? 'It' : 'It has not been sent yet and'} never appears in an address.`
            : 'It begins with tlp-k1- and never appears in an address.'}
          {isExplained ? (
            <p>
              In Tuleap, open your own account, then “Keys & tokens”. Generate a personal access key
              with the scope REST; the server shows it once.
            </p>
          ) : null}
        </>
      }
    />
  );
}

function PasswordFields({ form, refusal }: CredentialFieldsProps) {
  const at = (field: Refusal['field']) => (refusal?.field === field ? refusal.message : undefined);
  return (
    <>
      <div className="connect-pair">
        <TextField
          label="User name"
          name="username"
          value={form.username}
          onChange={form.setUsername}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={at('username')}
        />
        <SecretField ref={form.password} name="password" label="Password" error={at('password')} />
      </div>
      <NativeSelect
        label="Method"
        value={form.method}
        onChange={(method) => form.setMethod(method === 'basic' ? 'basic' : 'token')}
        options={[
          { value: 'token', label: 'Token of 24 hours' },
          { value: 'basic', label: 'Basic' },
        ]}
        help={
          form.method === 'token'
            ? 'What you type is sent once, changed into a token, and forgotten.'
            : 'What you type stays in memory and goes out with every request; each takes 2 to 3 seconds.'
        }
      />
    </>
  );
}

interface BetweenProps extends CredentialFieldsProps {
  /** Between the choice of the way and its fields: the connect page's server. */
  children?: ReactNode;
}

/** Two ways to prove who one is; used by the connect page and by signing in again in place. */
export function CredentialFields({ form, refusal, children }: BetweenProps) {
  return (
    <>
      <div>
        <Segments
          label="How to prove who you are"
          value={form.way}
          onChange={form.setWay}
          segments={segments}
        />
      </div>
      {children}
      {form.way === 'accessKey' ? (
        <KeyField form={form} refusal={refusal} />
      ) : (
        <PasswordFields form={form} refusal={refusal} />
      )}
    </>
  );
}

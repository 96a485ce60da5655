import { type RefObject, useRef, useState } from 'react';
import type { Connection } from '~/api/session';
import type { Refusal, SignInForm } from '~/api/signIn/ways';

/** What the form of the ways to sign in holds; `read` takes the secrets out of their inputs, `clear` empties them. */
export interface CredentialForm {
  way: 'accessKey' | 'password' | 'other';
  setWay(way: CredentialForm['way']): void;
  username: string;
  setUsername(name: string): void;
  method: 'token' | 'basic';
  setMethod(method: 'token' | 'basic'): void;
  /** Which of the ways that need nothing typed; null until the server has been asked. */
  other: 'anonymous' | 'browser' | null;
  setOther(way: 'anonymous' | 'browser'): void;
  key: RefObject<HTMLInputElement | null>;
  password: RefObject<HTMLInputElement | null>;
  /** Null when no way has been chosen yet. */
  read(): SignInForm | null;
  clear(): void;
  /** Puts the caret where the person can mend a refusal. */
  focus(field: Refusal['field']): void;
}

export interface CredentialFieldsProps {
  form: CredentialForm;
  refusal: Refusal | undefined;
  /** Something was sent already, whatever came of it. */
  isSent: boolean;
  /** Where to sign in; undefined while no listed server is chosen. */
  connection: Connection | undefined;
}

/** The state of the credential fields; secrets stay in the inputs. */
export function useCredentialForm(initialName = ''): CredentialForm {
  const [way, setWay] = useState<CredentialForm['way']>('accessKey');
  const [username, setUsername] = useState(initialName);
  const [method, setMethod] = useState<'token' | 'basic'>('token');
  const [other, setOther] = useState<CredentialForm['other']>(null);
  const key = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  function read(): SignInForm | null {
    if (way === 'other') return other && { way: other };
    return way === 'accessKey'
      ? { way, key: key.current?.value ?? '', username }
      : { way, username, password: password.current?.value ?? '', as: method };
  }
  function clear(): void {
    for (const input of [key.current, password.current]) if (input) input.value = '';
  }
  function focus(field: Refusal['field']): void {
    const secret = key.current ?? password.current;
    if (field !== 'username') secret?.focus();
    else secret?.form?.querySelector<HTMLInputElement>('[name=username]')?.focus();
  }
  return {
    ...{ way, setWay, username, setUsername, method, setMethod, other, setOther },
    ...{ key, password, read, clear, focus },
  };
}

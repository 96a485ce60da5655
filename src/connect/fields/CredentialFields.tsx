import { KeyRound, User } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Segments } from '~/ui/form/Segments';
import { KeyField } from './KeyField';
import type { CredentialFieldsProps } from './useCredentialForm';

// The first way is there at once; the others come right after the page, before anybody has clicked.
const fetchPassword = () => import('./PasswordFields');
const fetchOthers = () => import('./OtherWays');
const PasswordFields = lazy(async () => ({ default: (await fetchPassword()).PasswordFields }));
const OtherWays = lazy(async () => ({ default: (await fetchOthers()).OtherWays }));

const segments = [
  {
    value: 'accessKey',
    label: 'Access key',
    icon: <KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />,
  },
  {
    value: 'password',
    label: 'User name and password',
    icon: <User size={16} strokeWidth={1.75} aria-hidden="true" />,
  },
  {
    value: 'other',
    label: 'Other ways',
  },
] as const;

interface BetweenProps extends CredentialFieldsProps {
  /** Between the choice of the way and its fields: the connect page's server. */
  children?: ReactNode;
}

/** The ways to prove who one is (features C2); used by the connect page and by signing in again in place. */
export function CredentialFields({ children, ...facts }: BetweenProps) {
  const { form } = facts;
  useEffect(() => {
    Promise.all([fetchPassword(), fetchOthers()]).catch(() => {
      // Asked for again when somebody chooses that way.
    });
  }, []);
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
      <Suspense>
        {form.way === 'accessKey' ? <KeyField {...facts} /> : null}
        {form.way === 'password' ? <PasswordFields {...facts} /> : null}
        {form.way === 'other' ? <OtherWays {...facts} /> : null}
      </Suspense>
    </>
  );
}

import { lazy, Suspense, useState } from 'react';
import { looksLikeAccessKey } from '~/api/signIn/credentials';
import { NameField } from './NameField';
import { SecretField } from './SecretField';
import type { CredentialFieldsProps } from './useCredentialForm';

const fetchHelp = () => import('./KeyHelp');
const KeyQuestion = lazy(async () => ({ default: (await fetchHelp()).KeyQuestion }));
const KeyAnswer = lazy(async () => ({ default: (await fetchHelp()).KeyAnswer }));

/** An access key. From another origin the server does not say whose it is, so the name of its owner is asked for (C2). */
export function KeyField({ form, refusal, isSent, connection }: CredentialFieldsProps) {
  const [isRight, setIsRight] = useState(false);
  const [isExplained, setIsExplained] = useState(false);
  const secret = (
    <SecretField
      ref={form.key}
      name="key"
      label="Access key"
      isMono
      error={refusal?.field === 'key' ? refusal.message : undefined}
      onInput={(value) => setIsRight(looksLikeAccessKey(value))}
      aside={
        <Suspense>
          <KeyQuestion isExplained={isExplained} onToggle={() => setIsExplained(!isExplained)} />
        </Suspense>
      }
      help={
        <>
          {isRight
            ? `Its form is right. ${isSent ? 'It' : 'It has not been sent yet and'} never appears in an address.`
            : 'It begins with tlp-k1- and never appears in an address.'}
          {isExplained ? (
            <Suspense>
              <KeyAnswer />
            </Suspense>
          ) : null}
        </>
      }
    />
  );
  if (!connection || connection.url === '') return secret;
  return (
    <>
      <NameField
        form={form}
        refusal={refusal}
        help="Whose key it is: held against what the server shows to its owner only."
      />
      {secret}
    </>
  );
}

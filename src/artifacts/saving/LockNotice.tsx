import { UnlockButton } from '~/ui/button/UnlockButton';
import { Banner } from '~/ui/show/Banner';
import { focusFirstField } from '../focusField';

interface LockNoticeProps {
  /** Why nothing can be sent. */
  words: string;
  /** Lets it be tried again; undefined where that is not for this page to say. */
  onUnlock: (() => void) | undefined;
}

/** Nothing can be sent any more, and why. */
export function LockNotice({ words, onUnlock }: LockNoticeProps) {
  return (
    <Banner
      tone="warning"
      actions={onUnlock ? <UnlockButton onUnlock={onUnlock} focus={focusFirstField} /> : null}
    >
      {words} What you typed stays here to copy.
    </Banner>
  );
}

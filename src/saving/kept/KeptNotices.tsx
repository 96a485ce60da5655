import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import type { KeptState } from './session/session';
import { troubleWords } from './session/trouble';
import { UnlockKept } from './UnlockKept';

interface KeptNoticesProps {
  state: Pick<KeptState, 'status' | 'role'>;
  editHere(): void;
}

/** What has to be known about any draft in this browser: another tab edits it, or it is not kept (features E15, Z6). */
export function KeptNotices({ state, editHere }: KeptNoticesProps) {
  const { status, role } = state;
  if (role === 'follower') {
    return (
      <Banner
        tone="info"
        place="page"
        role="status"
        actions={<Button onClick={editHere}>Edit here instead</Button>}
      >
        <strong>You are editing this in another tab.</strong> What you type there is shown here.
      </Banner>
    );
  }
  if (status.state !== 'trouble') return null;
  if (status.trouble === 'locked') return <UnlockKept>{troubleWords.locked}</UnlockKept>;
  return (
    <Banner tone="warning" place="page" role="status">
      {troubleWords[status.trouble]}
    </Banner>
  );
}

/** Why nothing can be changed in a tab that follows another one. */
export const followingWords = 'You are editing this in another tab';

import { History } from 'lucide-react';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import type { LeftValue } from './artifactParts';
import { LeftValues } from './LeftValues';

interface LeftNoticeProps {
  left: readonly LeftValue[];
  onDismiss(): void;
}

/** What of a draft had no place in its form: to be copied before it goes. Nothing where all of it had one. */
export function LeftNotice({ left, onDismiss }: LeftNoticeProps) {
  if (left.length === 0) return null;
  return (
    <Banner
      tone="info"
      place="page"
      role="status"
      icon={<History size={16} strokeWidth={1.75} aria-hidden="true" />}
      actions={
        <Button variant="quiet" onClick={onDismiss}>
          Dismiss
        </Button>
      }
    >
      <strong>Not all of your draft has a place here.</strong> It is gone once you dismiss this.
      <LeftValues left={left} />
    </Banner>
  );
}

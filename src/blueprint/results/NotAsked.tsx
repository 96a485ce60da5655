import { Button } from '~/ui/button/Button';
import { EmptyState } from '~/ui/show/EmptyState';

interface NotAskedProps {
  /** `traces`: why there is nothing to see, and what asks for it. */
  what: 'traces' | 'attachments';
  isAsked: boolean;
  onAsk(): void;
}

/** In place of an empty list: whether it was asked for, and the one click that does. */
export function NotAsked({ what, isAsked, onAsk }: NotAskedProps) {
  if (isAsked) {
    return (
      <EmptyState title={`The loaded artifacts have no ${what}`}>
        They were asked for, and the answer holds none.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`The ${what} were not asked for`}
      action={
        <Button onClick={onAsk}>
          Ask for {what === 'traces' ? 'all ' : ''}
          {what}
        </Button>
      }
    >
      Blueprint leaves out what is not switched on in the request.
    </EmptyState>
  );
}

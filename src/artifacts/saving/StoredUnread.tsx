import { useQuery } from '@tanstack/react-query';
import { artifactQuery } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';

interface StoredUnreadProps {
  artifactId: number;
  onLook(): void;
}

/** It landed and could not be read back; where the server refuses that, it is what was saved that closed it (features E8). */
export function StoredUnread({ artifactId, onLook }: StoredUnreadProps) {
  const { error } = useQuery({ ...artifactQuery(artifactId), enabled: false });
  const isClosed = error instanceof ApiError && error.status === 403;
  return (
    <Banner tone="warning" role="alert" actions={<Button onClick={onLook}>Look again</Button>}>
      {isClosed ? (
        <>
          <strong>It is stored, and you may no longer see this artifact.</strong> Who may is decided
          by its permissions: somebody whom they let in, or an administrator of the tracker, can let
          you in again.
        </>
      ) : (
        'It is stored, but it could not be read back: what the server made of it, and whether somebody else had saved just before, is not known yet. Your text is kept until then.'
      )}
    </Banner>
  );
}

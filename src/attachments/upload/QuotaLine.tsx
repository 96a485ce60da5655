import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '~/api/explain';
import type { FileInfo } from '~/api/files';
import { deleteTemporaryFile, deleteTemporaryFileWrite } from '~/api/temporaryFiles';
import { useOneMutation } from '~/api/useOneMutation';
import { formatBytes } from '~/lib/numbers';
import { ShowRequest } from '~/requests/ShowRequest';
import { TextButton } from '~/ui/button/TextButton';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import { FileName } from '../names/FileName';
import { temporaryFilesQuery } from './quotaQuery';

interface QuotaLineProps {
  /** Files that this page is going to save: not left behind. */
  wanted: ReadonlySet<number>;
}

function sizeOf(files: readonly FileInfo[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Asks before it deletes: another window of this person may still want these files. */
function RemoveDialog({ files, onClose }: { files: readonly FileInfo[]; onClose(): void }) {
  const queryClient = useQueryClient();
  const removing = useOneMutation({
    mutationFn: async () => {
      for (const { id } of files) await deleteTemporaryFile(id);
    },
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(temporaryFilesQuery()),
  });
  return (
    <ConfirmDialog
      title={`Delete ${files.length === 1 ? '1 file' : `${files.length} files`} that you attached to nothing?`}
      confirmLabel="Delete"
      isDangerous
      isPending={removing.isPending}
      note={
        <ShowRequest look="text" plan={() => files.map(({ id }) => deleteTemporaryFileWrite(id))} />
      }
      onConfirm={() => removing.mutate()}
      onCancel={onClose}
    >
      <p>
        They were uploaded and never saved. If another window of yours is going to save them, keep
        them.
      </p>
      <ul className="quota-files">
        {files.map((file) => (
          <li key={file.id}>
            <FileName name={file.name} />{' '}
            <span className="meta soft">{formatBytes(file.size)}</span>
          </li>
        ))}
      </ul>
      {removing.error ? <p role="alert">{explain(removing.error, 'delete them').what}</p> : null}
    </ConfirmDialog>
  );
}

/** How much room there is, before anything is sent; and what lies about in it, which can be deleted. */
export function QuotaLine({ wanted }: QuotaLineProps) {
  const { data } = useQuery(temporaryFilesQuery());
  const [isAsking, setIsAsking] = useState(false);
  if (!data) return null;
  const left = data.files.filter(({ id }) => !wanted.has(id));
  return (
    <>
      {data.quota === null
        ? null
        : `Room until you save: ${formatBytes(Math.max(0, data.quota.limit - data.quota.used))} of ${formatBytes(data.quota.limit)}. `}
      {left.length === 0 ? null : (
        <>
          {formatBytes(sizeOf(left))} are in {left.length === 1 ? 'a file' : `${left.length} files`}{' '}
          that you uploaded and never saved.{' '}
          <TextButton onClick={() => setIsAsking(true)}>Delete…</TextButton>
        </>
      )}
      {isAsking ? <RemoveDialog files={left} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { explain } from '~/api/explain';
import type { FileInfo } from '~/api/files';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import { wholeQuery } from './bytes/fileQueries';
import { ReadProgress } from './bytes/ReadProgress';
import { saveBlob } from './bytes/saveBlob';
import { cleanName } from './names/cleanName';
import { visibleName } from './names/visibleName';

interface DownloadButtonProps {
  file: FileInfo;
  /** Only the icon, where its row says the rest. */
  isIcon?: boolean;
}

/** Reads the whole file and hands it to the browser under a cleaned name; progress, cancel and errors stand here. */
export function DownloadButton({ file, isIcon = false }: DownloadButtonProps) {
  const queryClient = useQueryClient();
  const saving = useMutation({
    mutationFn: () => queryClient.fetchQuery(wholeQuery(file)),
    onSuccess: (whole) => saveBlob(whole, cleanName(file.name, file.id)),
  });
  const icon = <Download size={16} strokeWidth={1.75} aria-hidden="true" />;
  const isCancelled =
    saving.error?.name === 'CancelledError' || saving.error?.name === 'AbortError';
  if (saving.isPending) {
    return (
      <ReadProgress
        file={file}
        onCancel={() => {
          void queryClient.cancelQueries({ queryKey: wholeQuery(file).queryKey });
        }}
      />
    );
  }
  return (
    <>
      {isIcon ? (
        <IconButton
          size="small"
          label={`Download ${visibleName(file.name)}`}
          tooltip="Download"
          icon={icon}
          onClick={() => saving.mutate()}
        />
      ) : (
        <Button icon={icon} onClick={() => saving.mutate()}>
          Download
        </Button>
      )}
      {saving.error && !isCancelled ? (
        <span role="alert" className="attachment-problem">
          {explain(saving.error, 'download this file').what}
        </span>
      ) : null}
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '~/api/explain';
import type { FileInfo } from '~/api/files';
import { formatBytes } from '~/lib/numbers';
import { Button } from '~/ui/button/Button';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { LoadingBar } from '~/ui/show/LoadingBar';
import { headQuery, wholeQuery } from '../bytes/fileQueries';
import { ReadProgress } from '../bytes/ReadProgress';
import { CannotShow } from './CannotShow';
import type { HeadProps, PreviewKind, PreviewPlace } from './contract';
import { describe } from './describe';
import './previews.css';
import { visibleName } from '../names/visibleName';

interface FilePreviewProps {
  file: FileInfo;
  place: Exclude<PreviewPlace, 'thumb'>;
}

/** Read without being asked once somebody opened the preview; more is offered with its size. */
const AT_ONCE = 20_971_520;

type WholeKind = Extract<PreviewKind, { needs: 'whole' }>;

function Whole({ kind, ...props }: HeadProps & { kind: WholeKind }) {
  const { file } = props;
  const queryClient = useQueryClient();
  const [isWanted, setIsWanted] = useState(file.size <= AT_ONCE);
  const query = useQuery({ ...wholeQuery(file), enabled: isWanted });
  if (query.data) return <kind.Preview {...props} whole={query.data} />;
  if (query.error) {
    return (
      <ErrorPanel
        words={explain(query.error, 'read this file')}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  if (query.isFetching) {
    return (
      <ReadProgress
        file={file}
        onCancel={() => {
          setIsWanted(false);
          void queryClient.cancelQueries({ queryKey: wholeQuery(file).queryKey });
        }}
      />
    );
  }
  return (
    <div className="preview-offer">
      <p className="soft">{formatBytes(file.size)} have to be read first.</p>
      <Button onClick={() => setIsWanted(true)}>Show it</Button>
    </div>
  );
}

/** Shows one file in place: reads as much as its kind needs, with progress, cancel and errors in words. */
export function FilePreview({ file, place }: FilePreviewProps) {
  const query = useQuery(headQuery(file));
  if (query.error) {
    return (
      <ErrorPanel
        words={explain(query.error, 'read this file')}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  if (!query.data) {
    return (
      <div className="preview-waiting">
        <LoadingBar place="panel" label={`Reading ${visibleName(file.name)}`} />
      </div>
    );
  }
  const head = query.data;
  const { preview } = describe(head, file);
  if (preview.needs === 'head') return <preview.Preview file={file} head={head} place={place} />;
  return file.size <= preview.most ? (
    <Whole kind={preview} file={file} head={head} place={place} />
  ) : (
    <CannotShow>
      It is larger than the {formatBytes(preview.most)} that are shown here: download it.
    </CannotShow>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { FileInfo } from '~/api/files';
import { formatBytes } from '~/lib/numbers';
import { Button } from '~/ui/button/Button';
import { ProgressBar } from '~/ui/show/ProgressBar';
import { progressQuery } from './fileQueries';
import './read-progress.css';
import { visibleName } from '../names/visibleName';

/** How much of a file has come, with the way out. */
export function ReadProgress({ file, onCancel }: { file: FileInfo; onCancel(): void }) {
  const { data: received = 0 } = useQuery(progressQuery(file));
  return (
    <div className="read-progress">
      <ProgressBar label={`Reading ${visibleName(file.name)}`} done={received} total={file.size} />
      <span className="meta tabular">
        {formatBytes(received)} of {formatBytes(file.size)}
      </span>
      <Button size="small" variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

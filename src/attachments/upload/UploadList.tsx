import { X } from 'lucide-react';
import { formatBytes } from '~/lib/numbers';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import { ProgressBar } from '~/ui/show/ProgressBar';
import { FileName } from '../names/FileName';
import { visibleName } from '../names/visibleName';
import type { Upload, Uploads } from './uploads';
import './upload.css';

function State({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { key, name, sent, size, problem } = upload;
  const percent = size === 0 ? 0 : Math.floor((sent / size) * 100);
  if (problem === null) {
    return (
      <>
        <ProgressBar label={`Uploading ${visibleName(name)}`} done={sent} total={size} />
        <span className="meta tabular">
          {percent} % of {formatBytes(size)}
        </span>
      </>
    );
  }
  return (
    <>
      <span className="upload-problem">
        {sent > 0 && problem.way === 'goOn' ? `Stopped at ${percent} %. ` : ''}
        {problem.words} Your text is not touched.
      </span>
      {problem.way === 'never' ? null : (
        <Button size="small" onClick={() => uploads.goOn(key)}>
          {problem.way === 'goOn' && sent > 0 ? 'Go on' : 'Try again'}
        </Button>
      )}
    </>
  );
}

interface UploadListProps {
  mine: readonly Upload[];
  uploads: Uploads;
}

/** The files of a field that are on their way: how far each is, why one stopped, and the ways on and out. */
export function UploadList({ mine, uploads }: UploadListProps) {
  const stopped = mine.filter(({ problem }) => problem !== null);
  return (
    <>
      <div role="status" className="visually-hidden">
        {stopped.map(({ name, problem }) => `${visibleName(name)}: ${problem?.words}`).join(' ')}
      </div>
      {mine.length === 0 ? null : (
        <ul className="uploads" aria-label="Uploads">
          {mine.map((upload) => (
            <li key={upload.key} className="upload">
              <span className="upload-name">
                <FileName name={upload.name} />
              </span>
              <State upload={upload} uploads={uploads} />
              <IconButton
                size="small"
                label={
                  upload.problem === null
                    ? `Cancel the upload of ${visibleName(upload.name)}`
                    : `Dismiss ${visibleName(upload.name)}`
                }
                icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
                onClick={() => uploads.cancel(upload.key)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

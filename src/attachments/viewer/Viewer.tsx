import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FileInfo } from '~/api/files';
import { IconButton } from '~/ui/button/IconButton';
import { Dialog } from '~/ui/overlay/Dialog';
import { isPlainKey, useKeydown } from '~/ui/useKeydown';
import { AttachmentFacts } from '../AttachmentFacts';
import { headQuery } from '../bytes/fileQueries';
import { DownloadButton } from '../DownloadButton';
import { FileName } from '../names/FileName';
import { visibleName } from '../names/visibleName';
import { FilePreview } from '../previews/FilePreview';
import { Filmstrip } from './Filmstrip';
import './viewer.css';

interface ViewerProps {
  files: readonly FileInfo[];
  firstId: number;
  onClose(): void;
}

/** Where a key leads; undefined when it is none of ours. */
function target(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowLeft') return at - 1;
  if (key === 'ArrowRight') return at + 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** A text that has the focus scrolls to its ends by the same keys. */
function isScrolling({ target: element, key }: KeyboardEvent): boolean {
  return (
    /^(Home|End)$/.test(key) &&
    element instanceof Element &&
    element.closest('.preview-text') !== null
  );
}

/** The files of one field over the whole window, one at a time: ← → Home End, Escape closes. */
export function Viewer({ files, firstId, onClose }: ViewerProps) {
  const [id, setId] = useState(firstId);
  const at = Math.max(
    0,
    files.findIndex((each) => each.id === id),
  );
  const file = files[at];
  const go = (index: number) => {
    const next = files[index];
    if (next) setId(next.id);
  };
  useKeydown((event) => {
    const next =
      isPlainKey(event) && !isScrolling(event) ? target(event.key, at, files.length) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  });
  return file ? <Open file={file} files={files} at={at} onGo={go} onClose={onClose} /> : null;
}

interface OpenProps {
  file: FileInfo;
  files: readonly FileInfo[];
  at: number;
  onGo(index: number): void;
  onClose(): void;
}

function Open({ file, files, at, onGo, onClose }: OpenProps) {
  const head = useQuery(headQuery(file));
  const strip = useRef<HTMLUListElement>(null);
  // Here and not in the strip: only after the dialog has opened there is something to scroll.
  useEffect(() => {
    const frame = strip.current?.children[at];
    frame?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [at]);
  const position = `${at + 1} of ${files.length}`;
  const name = visibleName(file.name);
  return (
    <Dialog
      size="full"
      title={name}
      heading={<FileName name={file.name} />}
      facts={<AttachmentFacts file={file} head={head.data} />}
      headActions={<DownloadButton key={file.id} file={file} />}
      onClose={onClose}
      note={<Filmstrip ref={strip} files={files} at={at} onGo={onGo} />}
      actions={
        <>
          <span className="meta tabular">{position}</span>
          <IconButton
            label="Previous file"
            tooltip="Previous (←)"
            icon={<ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />}
            disabledReason={at === 0 ? 'This is the first file' : undefined}
            onClick={() => onGo(at - 1)}
          />
          <IconButton
            label="Next file"
            tooltip="Next (→)"
            icon={<ArrowRight size={16} strokeWidth={1.75} aria-hidden="true" />}
            disabledReason={at === files.length - 1 ? 'This is the last file' : undefined}
            onClick={() => onGo(at + 1)}
          />
        </>
      }
    >
      <div className="viewer-stage" key={file.id}>
        <FilePreview file={file} place="viewer" />
      </div>
      <div role="status" className="visually-hidden">
        {name}, {position}
      </div>
    </Dialog>
  );
}

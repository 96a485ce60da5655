import { useQuery } from '@tanstack/react-query';
import { type Ref, useRef } from 'react';
import type { FileInfo } from '~/api/files';
import { formatBytes } from '~/lib/numbers';
import { headQuery } from '../bytes/fileQueries';
import { FileName } from '../names/FileName';
import { isSmall, Thumb } from '../Thumb';
import { useSeen } from '../useSeen';

interface FrameProps {
  file: FileInfo;
  isCurrent: boolean;
  onOpen(): void;
}

function Frame({ file, isCurrent, onOpen }: FrameProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isSeen = useSeen(button);
  const head = useQuery({ ...headQuery(file), enabled: isSeen && isSmall(file) });
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="filmstrip-frame"
        aria-current={isCurrent || undefined}
        onClick={onOpen}
      >
        <Thumb file={file} head={head.data} />
        <span className="filmstrip-text">
          <FileName name={file.name} />
          <span className="meta tabular">{formatBytes(file.size)}</span>
        </span>
      </button>
    </li>
  );
}

interface FilmstripProps {
  files: readonly FileInfo[];
  at: number;
  onGo(index: number): void;
  ref: Ref<HTMLUListElement>;
}

/** All files of the field in a row, for the mouse and to see what is beside the open one. */
export function Filmstrip({ files, at, onGo, ref }: FilmstripProps) {
  return (
    <ul ref={ref} className="filmstrip" aria-label="All files">
      {files.map((file, index) => (
        <Frame key={file.id} file={file} isCurrent={index === at} onOpen={() => onGo(index)} />
      ))}
    </ul>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { FileInfo } from '~/api/files';
import { IconButton } from '~/ui/button/IconButton';
import { Badge } from '~/ui/show/Badge';
import { AttachmentFacts } from './AttachmentFacts';
import { headQuery } from './bytes/fileQueries';
import { DownloadButton } from './DownloadButton';
import { FileName } from './names/FileName';
import { visibleName } from './names/visibleName';
import { FilePreview } from './previews/FilePreview';
import { isSmall, Thumb } from './Thumb';
import { useSeen } from './useSeen';

export type AttachmentMark = 'added' | 'removed';

interface AttachmentRowProps {
  file: FileInfo;
  mark: AttachmentMark | undefined;
  /** Further actions: Remove, Undo. */
  actions: ReactNode;
  onOpen(): void;
}

/** One file: its tile, name and facts, its preview in place on demand, the whole window by its name. */
export function AttachmentRow({ file, mark, actions, onOpen }: AttachmentRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const isSeen = useSeen(row);
  const [isShown, setIsShown] = useState(false);
  const head = useQuery({ ...headQuery(file), enabled: isSeen && isSmall(file) });
  const Chevron = isShown ? ChevronDown : ChevronRight;
  const name = visibleName(file.name);
  return (
    <li ref={row} className={`attachment${mark === 'removed' ? ' attachment-removed' : ''}`}>
      <div className="attachment-line">
        {/* The name beside it does the same for the keyboard. */}
        <button
          type="button"
          className="attachment-tile"
          tabIndex={-1}
          aria-hidden="true"
          onClick={onOpen}
        >
          <Thumb file={file} head={head.data} />
        </button>
        <div className="attachment-text">
          <button
            type="button"
            className="attachment-name"
            aria-label={`Open ${name}`}
            onClick={onOpen}
          >
            <FileName name={file.name} />
          </button>
          <AttachmentFacts file={file} head={head.data} />
          {file.description ? (
            <bdi className="attachment-facts meta">{visibleName(file.description)}</bdi>
          ) : null}
          {head.error ? (
            <span className="attachment-problem">It could not be read just now.</span>
          ) : null}
        </div>
        <div className="attachment-actions">
          {mark ? <Badge tone={mark === 'added' ? 'success' : 'danger'}>{mark}</Badge> : null}
          <IconButton
            size="small"
            label={isShown ? `Hide ${name}` : `Show ${name} here`}
            tooltip={isShown ? 'Hide' : 'Show here'}
            aria-expanded={isShown}
            icon={<Chevron size={16} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => setIsShown(!isShown)}
          />
          <DownloadButton file={file} isIcon />
          {actions}
        </div>
      </div>
      {isShown ? (
        <div className="attachment-preview">
          <FilePreview file={file} place="inline" />
        </div>
      ) : null}
    </li>
  );
}

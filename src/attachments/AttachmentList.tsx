import { type ReactNode, useState } from 'react';
import type { FileInfo } from '~/api/files';
import { type AttachmentMark, AttachmentRow } from './AttachmentRow';
import { Viewer } from './viewer/Viewer';
import './attachments.css';

interface AttachmentListProps {
  files: readonly FileInfo[];
  /** While editing: what the next save does to a file. */
  marks?: ReadonlyMap<number, AttachmentMark>;
  /** While editing: what else can be done with a file. */
  actions?(file: FileInfo): ReactNode;
}

/** The files of a field, each with its preview in place; a name opens the viewer over the whole window. */
export function AttachmentList({ files, marks, actions }: AttachmentListProps) {
  const [openId, setOpenId] = useState<number | null>(null);
  return (
    <>
      {/* data-keeps-click: what is clicked in a preview is meant for the preview, not for editing the field. */}
      <ul className="attachments" data-keeps-click>
        {files.map((file) => (
          <AttachmentRow
            key={file.id}
            file={file}
            mark={marks?.get(file.id)}
            actions={actions?.(file)}
            onOpen={() => setOpenId(file.id)}
          />
        ))}
      </ul>
      {openId === null ? null : (
        <Viewer files={files} firstId={openId} onClose={() => setOpenId(null)} />
      )}
    </>
  );
}

import { type RefObject, useContext, useState, useSyncExternalStore } from 'react';
import { visibleName } from '~/attachments/names/visibleName';
import { useFileDrop } from '~/attachments/upload/useFileDrop';
import { PageUploads } from '~/attachments/upload/useUploads';
import { fileInMarkdown, insertLine } from './insertFile';

interface TextPictures {
  /** Attaches files to the artifact and names them in the text; undefined where the form has no field that takes files. */
  add: ((files: readonly File[]) => void) | undefined;
  /** What is on its way into the text, in words; `''` for nothing. */
  told: string;
}

/**
 * Pictures in a Markdown text: chosen, dropped on the text or pasted into it, they become attachments of the artifact, and
 * the text shows them (attachments.md §4: an uploaded file has its address before it is attached).
 */
export function usePictures(area: RefObject<HTMLTextAreaElement | null>): TextPictures {
  const { subscribe, taker, list } = useContext(PageUploads);
  const take = useSyncExternalStore(subscribe, taker);
  const all = useSyncExternalStore(subscribe, list);
  const [begun, setBegun] = useState<readonly number[]>([]);
  const add =
    take &&
    ((files: readonly File[]) => {
      const keys = take(files, (file) => {
        // Where nothing can be typed any more the file is attached, and that is all.
        if (area.current && !area.current.disabled) insertLine(area.current, fileInMarkdown(file));
      });
      setBegun((before) => [...before, ...keys]);
    });
  const isOver = useFileDrop(area, add);
  const first = all.find(({ key }) => begun.includes(key));
  if (isOver) return { add, told: 'Drop to show it here' };
  if (!first) return { add, told: '' };
  const state = first.problem ? 'is not attached yet: see its field' : 'is being attached…';
  return { add, told: `${visibleName(first.name)} ${state}` };
}

import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/**
 * Files dropped on or pasted into an element; true while some are held over it. A file that misses it is not opened by
 * the browser, which would take the page, and all that was typed in it, away.
 */
export function useFileDrop(
  element: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent((event: Event, transfer: DataTransfer | null) => {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const within = (event: Event) =>
      event.target instanceof Node && element.current?.contains(event.target) === true;
    function over(event: DragEvent): void {
      if (!hasFiles(event.dataTransfer)) return;
      const isHere = within(event);
      event.preventDefault();
      event.dataTransfer.dropEffect = isHere ? 'copy' : 'none';
      setIsOver(isHere);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setIsOver(false);
    }
    function drop(event: DragEvent): void {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setIsOver(false);
      if (within(event)) take(event, event.dataTransfer);
    }
    function paste(event: ClipboardEvent): void {
      if (within(event)) take(event, event.clipboardData);
    }
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [element]);
  return isOver;
}

import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

function isTextIn(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('text/plain') ?? false;
}

/**
 * Files dropped on or pasted into an element that takes some; true while some are held over it. A file that misses it is not opened by
 * the browser, which would take the page, and all that was typed in it, away.
 */
export function useFileDrop(
  element: RefObject<HTMLElement | null>,
  onFiles: ((files: readonly File[]) => void) | undefined,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent((event: Event, transfer: DataTransfer | null) => {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles?.(files);
  });
  const isWithin = useEffectEvent(
    ({ target }: Event) =>
      onFiles !== undefined && target instanceof Node && element.current?.contains(target) === true,
  );
  useEffect(() => {
    const within = (event: Event) => isWithin(event);
    function over(event: DragEvent): void {
      if (!hasFiles(event.dataTransfer)) return;
      const isHere = within(event);
      // Another place of the page may have said already that it takes them.
      if (isHere || !event.defaultPrevented)
        event.dataTransfer.dropEffect = isHere ? 'copy' : 'none';
      event.preventDefault();
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
      // Cells and rich texts bring a picture of themselves along: into a text goes what is text.
      const isText = event.target instanceof HTMLTextAreaElement && isTextIn(event.clipboardData);
      if (within(event) && !isText) take(event, event.clipboardData);
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
  }, []);
  return isOver;
}

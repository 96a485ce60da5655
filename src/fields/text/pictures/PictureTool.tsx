import { Image } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '~/ui/button/IconButton';

interface PictureToolProps {
  /** The text that shows the picture, by the label of its field. */
  label: string;
  onFiles(files: readonly File[]): void;
}

/** Chooses pictures for a text. */
export function PictureTool({ label, onFiles }: PictureToolProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        size="small"
        label="Picture"
        tooltip="Picture: attach it and show it here"
        icon={<Image size={16} strokeWidth={1.75} aria-hidden="true" />}
        // The text keeps the focus and its caret.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={`Picture in ${label}`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

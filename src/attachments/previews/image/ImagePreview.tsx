import { useMemo, useState } from 'react';
import { visibleName } from '../../names/visibleName';
import { CannotShow } from '../CannotShow';
import type { Named, PreviewKind, WholeProps } from '../contract';
import { imageFacts, isSmallEnough } from './imageFacts';
import { isSvg } from './svgText';
import { usePicture } from './usePicture';

/** Read as a whole into memory; a photograph has up to 20 MB. */
const MOST_BYTES = 67_108_864;

/** The type that we say: by the first bytes for pictures, by bytes and name for drawings. */
function mimeOf(head: Uint8Array, file: Named): string {
  return imageFacts(head)?.mime ?? (isSvg(head, file) ? 'image/svg+xml' : '');
}

/**
 * A picture in an `<img>` of a blob that we typed: scripts in it do not run, nothing else is loaded, and it cannot be
 * navigated to (reliability M13).
 */
function ImagePreview({ file, head, whole, place }: WholeProps) {
  const mime = mimeOf(head, file);
  const blob = useMemo(() => whole.slice(0, whole.size, mime), [whole, mime]);
  const { url, isBroken, onError } = usePicture(blob);
  const [isFull, setIsFull] = useState(false);
  if (isBroken) {
    return place === 'thumb' ? null : (
      <CannotShow>The picture is damaged, or not what its first bytes say.</CannotShow>
    );
  }
  const picture =
    url === null ? null : (
      <img
        className={`preview-image preview-image-${place}`}
        src={url}
        alt={place === 'thumb' ? '' : visibleName(file.name)}
        onError={onError}
        draggable={false}
      />
    );
  if (place !== 'viewer') return picture;
  return (
    <button
      type="button"
      className={`preview-canvas${isFull ? ' preview-canvas-full' : ''}`}
      aria-pressed={isFull}
      aria-label={`${visibleName(file.name)}, in its own size`}
      onClick={() => setIsFull(!isFull)}
    >
      {picture}
    </button>
  );
}

export const imagePreview: PreviewKind = {
  id: 'image',
  needs: 'whole',
  most: MOST_BYTES,
  accepts(head, file) {
    const facts = imageFacts(head);
    return facts ? isSmallEnough(facts) : isSvg(head, file);
  },
  words(head) {
    const facts = imageFacts(head);
    if (!facts?.size) return 'SVG drawing';
    return `${facts.format} image, ${facts.size.width} × ${facts.size.height}`;
  },
  Preview: ImagePreview,
};

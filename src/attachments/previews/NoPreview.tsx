import { CannotShow } from './CannotShow';
import type { HeadProps, PreviewKind } from './contract';
import { imageFacts, MOST_PIXELS } from './image/imageFacts';

/** Why nothing is shown: for pictures more than that nobody knows the format. */
function reason(head: Uint8Array): string {
  const image = imageFacts(head);
  if (!image) return 'There is no preview for this kind of file.';
  if (!image.size) return `The header of this ${image.format} image does not say its size.`;
  const millions = Math.round((image.size.width * image.size.height) / 1_000_000);
  return `This picture has ${millions.toLocaleString('en')} million pixels; at most ${MOST_PIXELS / 1_000_000} million are opened here.`;
}

function NoPreview({ head, place }: HeadProps) {
  return place === 'thumb' ? null : <CannotShow>{reason(head)}</CannotShow>;
}

/** Facts and a download: for everything that no other preview accepts. */
export const noPreview: PreviewKind = {
  id: 'none',
  needs: 'head',
  accepts: () => true,
  words: (head) => {
    const image = imageFacts(head);
    return image?.size
      ? `${image.format} image, ${image.size.width} × ${image.size.height}`
      : 'Binary file';
  },
  Preview: NoPreview,
};

import type { FileInfo } from '~/api/files';
import { formatBytes } from '~/lib/numbers';
import { useNameOf } from './knownPeople';
import { extensionOf } from './names/visibleName';
import { describe } from './previews/describe';

interface AttachmentFactsProps {
  file: FileInfo;
  head: Uint8Array<ArrayBuffer> | undefined;
}

/** Size, what the file is, and who attached it. Until its bytes are known its name is all there is to go by. */
export function AttachmentFacts({ file, head }: AttachmentFactsProps) {
  const nameOf = useNameOf();
  const known = head ? describe(head, file) : undefined;
  const extension = extensionOf(file.name);
  const words = known?.words ?? (extension === '' ? '' : extension.toUpperCase());
  return (
    <span className="attachment-facts meta">
      {formatBytes(file.size)}
      {words === '' ? '' : ` · ${words}`} · <bdi>{nameOf(file.submitted_by)}</bdi>
      {known?.isMislabelled ? (
        <span className="attachment-warning"> · not what its name says</span>
      ) : null}
    </span>
  );
}

import { File, FileArchive, FileImage, FileText } from 'lucide-react';
import { useMemo } from 'react';
import { CHUNK, type FileInfo } from '~/api/files';
import { extensionOf } from './names/visibleName';
import { describe } from './previews/describe';
import { imageFacts } from './previews/image/imageFacts';

const archives = new Set(['zip', 'gz', 'tgz', 'tar', '7z', 'rar', 'xz', 'bz2', 'jar', 'war']);
const images = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'bmp', 'tif', 'tiff', 'heic']);
const texts = new Set(['txt', 'log', 'md', 'csv', 'json', 'xml', 'html', 'yml', 'yaml', 'pdf']);

function iconOf(name: string) {
  const extension = extensionOf(name);
  if (images.has(extension)) return FileImage;
  if (archives.has(extension)) return FileArchive;
  return texts.has(extension) ? FileText : File;
}

/** A strip of tiles may hold many: a picture is drawn this small only if decoding it costs little (12 million pixels). */
const MOST_PIXELS = 12_000_000;

/** Whether a file is small enough to be read just for its tile. */
export function isSmall(file: FileInfo): boolean {
  return file.size > 0 && file.size <= CHUNK;
}

function Picture({ file, head }: { file: FileInfo; head: Uint8Array<ArrayBuffer> }) {
  const whole = useMemo(() => new Blob([head]), [head]);
  const { preview } = describe(head, file);
  const size = imageFacts(head)?.size;
  if (size && size.width * size.height > MOST_PIXELS) return null;
  return preview.needs === 'head' ? (
    <preview.Preview file={file} head={head} place="thumb" />
  ) : (
    <preview.Preview file={file} head={head} whole={whole} place="thumb" />
  );
}

interface ThumbProps {
  file: FileInfo;
  /** Its bytes, once they are here. */
  head: Uint8Array<ArrayBuffer> | undefined;
}

/** A tile with what the file looks like; an icon until that is known, and for what has no picture. */
export function Thumb({ file, head }: ThumbProps) {
  const Icon = iconOf(file.name);
  return (
    <span className="thumb" aria-hidden="true">
      <Icon size={20} strokeWidth={1.5} />
      {head && isSmall(file) ? (
        <span className="thumb-picture">
          <Picture file={file} head={head} />
        </span>
      ) : null}
    </span>
  );
}

import type { SandboxFile } from '../../model';

const pictures = /^image\/(?:png|jpe?g|gif|webp|svg\+xml|bmp)$/;

/** PHP's rawurlencode: blanks become `%20`, and the marks that JavaScript leaves alone are written too. */
export function rawurlencode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** FileInfo (attachments.md §1); a temporary file has no addresses yet and may have a null description. */
export function fileRepresentation(file: SandboxFile) {
  const name = `${file.id}-${rawurlencode(file.name)}`;
  const isAttached = file.artifactId !== null;
  return {
    id: file.id,
    submitted_by: file.submittedBy,
    description: file.description,
    name: file.name,
    size: file.bytes.length,
    type: file.type,
    html_url: isAttached ? `/plugins/tracker/attachments/${name}` : null,
    html_preview_url:
      isAttached && pictures.test(file.type)
        ? `/plugins/tracker/attachments/preview/${name}`
        : null,
    uri: `artifact_files/${file.id}`,
  };
}

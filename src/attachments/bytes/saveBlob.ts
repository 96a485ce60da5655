/** The browser reads the blob after the click; a minute is more than it takes to begin. */
const GRACE = 60_000;

/**
 * Hands a file to the browser to be saved under `name`. Typed as plain bytes, so that nothing in it is ever opened in
 * this page's origin.
 */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), GRACE);
}

/**
 * Puts a text on the clipboard; nothing else does. Gives false where the browser does not allow it, or has no clipboard: pages
 * of plain http have none.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

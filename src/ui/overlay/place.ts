const GAP = 4;
const EDGE = 8;

/**
 * Puts a popup of the top layer (position: fixed) under its anchor, or above it where there is more room, and keeps it
 * inside the window. Left edges meet unless that would leave the window.
 */
export function placeBeside(popup: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const size = popup.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const isBelow = size.height <= below || below >= above;
  popup.style.maxHeight = `${Math.max(96, isBelow ? below : above)}px`;
  const height = Math.min(size.height, isBelow ? below : above);
  popup.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - height}px`;
  const left = Math.min(at.left, window.innerWidth - size.width - EDGE);
  popup.style.left = `${Math.max(EDGE, left)}px`;
}

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

const controls = 'a, button, input, select, textarea, summary';
/** Nothing that can be pressed is narrower. */
const STEP = 24;

/** A control other than `anchor` that a popup of this place would lie on. */
function controlAt(place: DOMRect, anchor: Element): Element | undefined {
  const y = place.top + place.height / 2;
  for (let x = place.left; x < place.right + STEP; x += STEP) {
    const found = document.elementFromPoint(Math.min(x, place.right - 1), y)?.closest(controls);
    if (found && !found.contains(anchor) && !anchor.contains(found)) return found;
  }
  return undefined;
}

/** The same for a few words: where there is room for it, they lie on no other control. */
export function placeClear(popup: HTMLElement, anchor: Element): void {
  // Where it was before, it may have had less room.
  Object.assign(popup.style, { left: '0', top: '0', maxHeight: '' });
  placeBeside(popup, anchor);
  const { left, width, height } = popup.getBoundingClientRect();
  const placeAt = (top: number) => new DOMRect(left, top, width, height);
  const fits = ({ top, bottom }: DOMRect) => top >= EDGE && bottom <= window.innerHeight - EDGE;
  const under = ({ bottom }: DOMRect) => placeAt(bottom + GAP);
  const over = ({ top }: DOMRect) => placeAt(top - GAP - height);
  for (const beside of [under, over]) {
    let place = beside(anchor.getBoundingClientRect());
    const first = fits(place) ? controlAt(place, anchor) : undefined;
    if (first) place = beside(first.getBoundingClientRect());
    if (!fits(place) || controlAt(place, anchor)) continue;
    popup.style.top = `${place.top}px`;
    return;
  }
}

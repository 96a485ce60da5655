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

const controls =
  'a, button, input, select, textarea, summary, label, [role=option], [role^=menuitem], [role=gridcell], [tabindex="0"]';
/** Nothing that can be pressed is narrower. */
const STEP = 24;
/** Beyond a higher control of another row, the words would be far from what they are about. */
const NEAR = 48;

/** A control other than `anchor` that a popup of this place would lie on: at its top, in its middle or at its bottom. */
function controlAt(place: DOMRect, anchor: Element): Element | undefined {
  for (const y of [place.top + 1, place.top + place.height / 2, place.bottom - 1]) {
    for (let x = place.left; x < place.right + STEP; x += STEP) {
      const at = document.elementFromPoint(Math.min(x, place.right - 1), y);
      const found = at?.closest(controls);
      if (found && !found.contains(anchor) && !anchor.contains(found)) return found;
    }
  }
  return undefined;
}

/** True where what lies beyond `control` is still beside the anchor: it is of the same row, or as low as a row. */
function isNear(control: DOMRect, anchor: DOMRect): boolean {
  const isSameRow = control.top < anchor.bottom && control.bottom > anchor.top;
  return isSameRow || control.height <= NEAR;
}

/**
 * The same for a few words: where there is room for it, they lie on no other control. Right beside the anchor comes first
 * (under it, over it, to its right or left), then beyond a control that is in the way. In a column of icons
 * (`data-tooltip-side="right"`) they stand to the right whatever is there: elsewhere they would name another one.
 */
export function placeClear(popup: HTMLElement, anchor: HTMLElement): void {
  // Where it was before, it may have had less room.
  Object.assign(popup.style, { left: '0', top: '0', maxHeight: '' });
  placeBeside(popup, anchor);
  const { left, width, height } = popup.getBoundingClientRect();
  const at = anchor.getBoundingClientRect();
  const fits = (place: DOMRect) =>
    place.top >= EDGE &&
    place.bottom <= window.innerHeight - EDGE &&
    place.left >= EDGE &&
    place.right <= window.innerWidth - EDGE;
  const under = ({ bottom }: DOMRect) => new DOMRect(left, bottom + GAP, width, height);
  const over = ({ top }: DOMRect) => new DOMRect(left, top - GAP - height, width, height);
  const middle = at.top + (at.height - height) / 2;
  const right = new DOMRect(at.right + GAP, middle, width, height);
  const around = [
    under(at),
    over(at),
    right,
    new DOMRect(at.left - GAP - width, middle, width, height),
  ];
  const beyond = [under, over].flatMap((beside) => {
    const place = beside(at);
    const first = fits(place) ? controlAt(place, anchor)?.getBoundingClientRect() : undefined;
    return first && isNear(first, at) ? [beside(first)] : [];
  });
  const isOfColumn = anchor.dataset.tooltipSide === 'right' && fits(right);
  const clear = isOfColumn
    ? right
    : [...around, ...beyond].find((place) => fits(place) && !controlAt(place, anchor));
  if (clear) Object.assign(popup.style, { left: `${clear.left}px`, top: `${clear.top}px` });
}

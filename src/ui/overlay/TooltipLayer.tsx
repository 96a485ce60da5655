import { useEffect, useRef } from 'react';
import { placeClear } from './place';
import './popup.css';

const DELAY = 400;

/** The element that carries the tooltip of `target`: itself or an ancestor, or what a focused grid cell holds. */
function carrier(target: EventTarget | null, isFocus: boolean): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const found = target.closest<HTMLElement>('[data-tooltip]');
  if (found || !isFocus) return found;
  return target.matches('[role=gridcell]')
    ? target.querySelector<HTMLElement>('[data-tooltip]')
    : null;
}

/** A tooltip that only repeats the text (`data-tooltip-when="clipped"`) is of use while the text cannot be read. */
function isNeeded(owner: HTMLElement): boolean {
  if (owner.dataset.tooltipWhen !== 'clipped') return true;
  const texts = [owner, ...owner.querySelectorAll<HTMLElement>('.clip')];
  return texts.some((text) => text.clientWidth === 0 || text.scrollWidth > text.clientWidth);
}

/**
 * Shows the text of `data-tooltip` on hover and keyboard focus: one listener and one bubble for the whole window, so
 * that a table of thousands of dates costs nothing. Escape hides it. The text is never the only place of a name:
 * controls carry `aria-label` or `aria-description` themselves.
 */
export function TooltipLayer() {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer = 0;
    let owner: HTMLElement | null = null;
    function hide(): void {
      clearTimeout(timer);
      owner = null;
      bubble.current?.hidePopover?.();
    }
    function show(next: HTMLElement, delay: number): void {
      clearTimeout(timer);
      owner = next;
      timer = window.setTimeout(() => {
        const text = next.dataset.tooltip;
        if (!bubble.current || !text || !next.isConnected || !isNeeded(next)) return;
        bubble.current.textContent = text;
        bubble.current.hidePopover?.();
        bubble.current.showPopover?.();
        placeClear(bubble.current, next);
      }, delay);
    }
    function over(event: PointerEvent): void {
      const next = event.pointerType === 'touch' ? null : carrier(event.target, false);
      if (next === owner) return;
      hide();
      if (next) show(next, DELAY);
    }
    function focus(event: FocusEvent): void {
      hide();
      const isByKey = event.target instanceof Element && event.target.matches(':focus-visible');
      const next = isByKey ? carrier(event.target, true) : null;
      if (next) show(next, 0);
    }
    function key(event: globalThis.KeyboardEvent): void {
      if (event.key === 'Escape') hide();
    }
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', key);
    document.addEventListener('scroll', hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', key);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);
  return <div ref={bubble} popover="manual" className="tooltip" aria-hidden="true" />;
}

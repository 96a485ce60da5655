import { afterEach, expect, test, vi } from 'vitest';
import { placeClear } from './place';

const WORDS = { width: 120, height: 24 };

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** An element of the page at this place: left, top, width, height. */
function put(
  html: string,
  ...[x, y, width, height]: [number, number, number, number]
): HTMLElement {
  document.body.insertAdjacentHTML('beforeend', html);
  const element = document.body.lastElementChild as HTMLElement;
  element.getBoundingClientRect = () => new DOMRect(x, y, width, height);
  return element;
}

/** Where words of this size about `anchor` are put in a window of 1000 by 800; nothing of the page lies on another. */
function placed(anchor: HTMLElement, { width, height } = WORDS): [left: number, top: number] {
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(1000);
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(800);
  const others = [...document.body.children];
  document.elementFromPoint = (x, y) =>
    others.find((other) => {
      const { left, right, top, bottom } = other.getBoundingClientRect();
      return x >= left && x < right && y >= top && y < bottom;
    }) ?? document.body;
  const words = document.createElement('div');
  const at = () => [words.style.left, words.style.top].map(Number.parseFloat) as [number, number];
  words.getBoundingClientRect = () => new DOMRect(...at(), width, height);
  document.body.append(words);
  placeClear(words, anchor);
  return at();
}

test('words stand under their control where nothing is there', () => {
  expect(placed(put('<button>', 100, 100, 80, 32))).toEqual([100, 136]);
});

test('a text below that fills the window is not jumped over: they stand over the control', () => {
  const changed = put('<button>', 100, 100, 80, 32);
  put('<textarea>', 100, 134, 600, 500);
  expect(placed(changed)).toEqual([100, 72]);
});

test('between two links of a column they stand beside, not under the next as its name', () => {
  put('<a>', 8, 300, 40, 36);
  const link = put('<a>', 8, 338, 40, 36);
  put('<a>', 8, 376, 40, 36);
  expect(placed(link)).toEqual([52, 344]);
});

test('the name of an icon of a column stands to its right, whatever is there', () => {
  const link = put('<a data-tooltip-side="right">', 8, 338, 40, 36);
  put('<a>', 8, 376, 40, 36);
  put('<textarea>', 50, 0, 600, 800);
  expect(placed(link)).toEqual([52, 344]);
});

test('beside the edge of the window they stand on the other side', () => {
  put('<button>', 950, 300, 40, 36);
  const button = put('<button>', 950, 338, 40, 36);
  put('<button>', 950, 376, 40, 36);
  expect(placed(button)).toEqual([826, 344]);
});

test('only where all around is taken they stand beyond a low control, and never beyond a high one', () => {
  const button = put('<button>', 100, 100, 300, 32);
  put('<a>', 100, 64, 300, 32);
  put('<a>', 404, 100, 300, 32);
  put('<textarea>', 100, 134, 300, 400);
  expect(placed(button)).toEqual([100, 36]);
});

test.each(['<label>', '<div role="option">', '<div role="gridcell">', '<div tabindex="0">'])(
  'words of more than one line do not lie on %s with an edge',
  (control) => {
    const button = put('<button>', 100, 100, 80, 32);
    // Under the last line only, not under the middle.
    put(control, 100, 180, 80, 32);
    expect(placed(button, { width: 120, height: 60 })).toEqual([100, 36]);
  },
);

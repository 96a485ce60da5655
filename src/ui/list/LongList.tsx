import {
  defaultRangeExtractor,
  observeElementRect,
  type Range,
  useVirtualizer,
} from '@tanstack/react-virtual';
import {
  type ComponentPropsWithRef,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './long-list.css';

/** Shorter lists stand in the document as they are: the browser's own search finds everything in them. */
const LONG = 200;

interface LongListProps<Item> {
  items: readonly Item[];
  keyOf(item: Item): string | number;
  /** About how high one is, in pixels: the truth is measured. */
  estimate: number;
  label: string;
  className?: string;
  /** This one is brought into view when it is another than before. */
  target?: number | undefined;
  /** One entry; `place` goes onto its `li`. */
  children(item: Item, place: ComponentPropsWithRef<'li'>): ReactNode;
}

/** The element that scrolls the list: the nearest one around it that can. */
function scrollerOf(element: Element | null): HTMLElement | null {
  for (let around = element?.parentElement; around; around = around.parentElement) {
    if (/^(auto|scroll)$/.test(getComputedStyle(around).overflowY)) return around;
  }
  return document.documentElement;
}

/** Rows in view, and the one that holds the focus, so that it is not taken away. */
function withFocused(list: RefObject<HTMLElement | null>) {
  return (range: Range): number[] => {
    const indexes = defaultRangeExtractor(range);
    const row = document.activeElement?.closest('[data-index]');
    const focused =
      row && list.current?.contains(row) ? Number(row.getAttribute('data-index')) : -1;
    if (focused < 0 || focused >= range.count || indexes.includes(focused)) return indexes;
    return [...indexes, focused].sort((a, b) => a - b);
  };
}

function Windowed<Item>({
  list,
  ...props
}: LongListProps<Item> & { list: RefObject<HTMLOListElement | null> }) {
  const { items, keyOf, estimate, target, children } = props;
  const [margin, setMargin] = useState(0);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => estimate,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 6,
    scrollMargin: margin,
    initialRect: { width: 400, height: 800 },
    // A list that is not shown yet reports no height; it keeps the rows it had.
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => {
        if (rect.height > 0) report(rect);
      }),
    rangeExtractor: withFocused(list),
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setMargin(top - (scroller?.getBoundingClientRect().top ?? 0) + (scroller?.scrollTop ?? 0));
  }, [list]);
  useLayoutEffect(() => {
    if (target !== undefined) rows.scrollToIndex(target, { align: 'center' });
  }, [rows, target]);
  return (
    <ol
      ref={list}
      aria-label={props.label}
      className={`long-list${props.className ? ` ${props.className}` : ''}`}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map((row) => {
        const item = items[row.index];
        if (item === undefined) return null;
        const place = {
          ref: rows.measureElement,
          'data-index': row.index,
          'aria-setsize': items.length,
          'aria-posinset': row.index + 1,
          style: { transform: `translateY(${row.start - margin}px)` },
        };
        return children(item, place);
      })}
    </ol>
  );
}

/** A list of any length: over 200 entries only what is in view is in the document. Give each entry a `key`. */
export function LongList<Item>(props: LongListProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  if (props.items.length > LONG) return <Windowed {...props} list={list} />;
  return (
    <ol ref={list} aria-label={props.label} className={props.className}>
      {props.items.map((item) => props.children(item, {}))}
    </ol>
  );
}

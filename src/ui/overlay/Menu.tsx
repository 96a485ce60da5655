import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button, type ButtonProps } from '../button/Button';
import { placeBeside } from './place';
import './popup.css';

export interface MenuItem {
  key: string;
  label: string;
  icon?: ReactNode;
  /** A second line, e.g. what it touches. */
  note?: string;
  isDangerous?: boolean;
  /** Given: the item is one of several choices, and this one is (not) chosen. */
  isChosen?: boolean;
  onSelect(): void;
}

interface MenuProps extends Omit<ButtonProps, 'onClick'> {
  /** Accessible name of the menu; of the button too when it shows only an icon. */
  label: string;
  items: readonly MenuItem[];
}

function focusItem(menu: HTMLElement | null, index: number): void {
  const items = menu?.querySelectorAll<HTMLElement>('[role^=menuitem]');
  if (items && items.length > 0) items[(index + items.length) % items.length]?.focus();
}

interface MenuListProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  anchor: HTMLElement;
  close(returnsFocus: boolean): void;
}

function MenuList({ id, label, items, anchor, close }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = list.current;
    if (!menu) return;
    menu.showPopover?.();
    placeBeside(menu, anchor);
    focusItem(menu, 0);
  }, [anchor]);
  useEffect(() => {
    function leave(event: PointerEvent): void {
      const target = event.target;
      if (!(target instanceof Node)) return;
      if (!list.current?.contains(target) && !anchor.contains(target)) close(false);
    }
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [anchor, close]);
  function key(event: KeyboardEvent<HTMLDivElement>): void {
    const all = Array.from(event.currentTarget.querySelectorAll<Element>('[role^=menuitem]'));
    const index = document.activeElement ? all.indexOf(document.activeElement) : -1;
    const letter = event.key.length === 1 ? event.key.toLocaleLowerCase() : '';
    if (event.key === 'ArrowDown') focusItem(list.current, index + 1);
    else if (event.key === 'ArrowUp') focusItem(list.current, index - 1);
    else if (event.key === 'Home') focusItem(list.current, 0);
    else if (event.key === 'End') focusItem(list.current, -1);
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else if (letter !== '' && letter !== ' ') {
      const order = [...items.keys()].map((step) => (index + 1 + step) % items.length);
      const match = order.find((at) => items[at]?.label.toLocaleLowerCase().startsWith(letter));
      if (match !== undefined) focusItem(list.current, match);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      popover="manual"
      className="popup menu"
      onKeyDown={key}
    >
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          {...(item.isChosen === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemradio', 'aria-checked': item.isChosen })}
          tabIndex={-1}
          className={`menu-item${item.isDangerous ? ' menu-item-danger' : ''}`}
          onClick={() => {
            close(true);
            item.onSelect();
          }}
        >
          {item.icon}
          <span className="menu-text">
            {item.label}
            {item.note ? <span className="meta">{item.note}</span> : null}
          </span>
        </button>
      ))}
    </div>
  );
}

/** A button that opens a menu of actions: arrows, Home, End and first letters move; Escape goes back to the button. */
export function Menu({ label, items, ...button }: MenuProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<HTMLElement | null>(null);
  const [close] = useState(() => (returnsFocus: boolean) => {
    setOpened(null);
    if (returnsFocus) anchor.current?.focus();
  });
  return (
    <>
      <Button
        {...button}
        ref={anchor}
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(opened ? null : anchor.current)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpened(anchor.current);
        }}
      />
      {opened ? (
        <MenuList id={id} label={label} items={items} anchor={opened} close={close} />
      ) : null}
    </>
  );
}

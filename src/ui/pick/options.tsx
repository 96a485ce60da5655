import { type ReactNode, use, useDeferredValue } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { DialogElement } from '../overlay/Dialog';
import { Avatar } from '../show/Avatar';
import { type ServerColor, tlpStyle } from '../show/tlpColors';
import '../overlay/popup.css';
import '../show/tlpColors.css';
import './options.css';

/** One choice of a list. */
export interface Option {
  value: string;
  label: string;
  /** The server's colour of a list value, shown as a dot. */
  color?: ServerColor;
  /** Shown as a person: the first letter in a circle. */
  isPerson?: boolean;
  /** Soft text at the right: a user name, why it is closed. */
  note?: string | undefined;
  isDisabled?: boolean;
}

/** What stands before the label of an option: a dot, an initial, or nothing. */
export function OptionMark({ option }: { option: Option }): ReactNode {
  if (option.isPerson) return <Avatar name={option.label} />;
  const style = tlpStyle(option.color);
  return style ? <span className="dot" style={style} aria-hidden="true" /> : null;
}

interface ListProps {
  items?: Iterable<Option>;
  /** Said in place of the options where there is none. */
  empty: string;
}

/**
 * The options in a popup. At its opening the list is there for the keys, but has no height: only the focused row is drawn.
 * The others follow in a task of their own, since all at once would stop the page for longer than a key may.
 */
function OptionList({ items, empty }: ListProps) {
  const isDrawn = useDeferredValue(true, false);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 32 }}>
      <ListBox<Option>
        className={isDrawn ? 'options' : 'options options-unopened'}
        {...(items ? { items } : {})}
        renderEmptyState={() => <p className="options-empty">{empty}</p>}
      >
        {(option) => (
          <ListBoxItem
            id={option.value}
            textValue={option.label}
            isDisabled={option.isDisabled ?? false}
            className="option"
          >
            <OptionMark option={option} />
            <span className="option-label">{option.label}</span>
            {option.note ? <span className="option-note">{option.note}</span> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

/** The popup of Select, ComboBox and MultiSelect: a virtual list, so that 5,000 options cost what 14 cost. */
export function OptionPopup(props: ListProps) {
  const dialog = use(DialogElement);
  // Outside of a dialog it belongs into the page's main region, not beside it.
  const place = dialog ?? document.getElementById('main');
  return (
    <Popover
      className="popup options-popup"
      offset={4}
      {...(place ? { UNSTABLE_portalContainer: place } : {})}
    >
      <OptionList {...props} />
    </Popover>
  );
}

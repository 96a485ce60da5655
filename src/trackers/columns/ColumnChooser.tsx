import { Columns3 } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Tracker } from '~/api/trackers';
import { Button } from '~/ui/button/Button';
import { Checkbox } from '~/ui/form/Checkbox';
import { SearchField } from '~/ui/form/SearchField';
import { placeBeside } from '~/ui/overlay/place';
import '~/ui/overlay/popup.css';
import { columnChoices, ID } from './trackerColumns';
import './column-chooser.css';

interface ChooserProps {
  tracker: Tracker;
  shown: readonly string[];
  /** Column ids; empty to go back to the usual ones. */
  onChange(ids: string[]): void;
}

/** More columns than this are easier found by typing. */
const FEW = 12;

interface ChoicesProps extends ChooserProps {
  id: string;
  anchor: HTMLElement;
  onClose(): void;
}

function Choices({ tracker, shown, onChange, id, anchor, onClose }: ChoicesProps) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const all = columnChoices(tracker);
  const found = all.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase().trim()));
  useLayoutEffect(() => {
    const popup = box.current;
    if (!popup) return;
    popup.showPopover?.();
    placeBeside(popup, anchor);
    popup.querySelector('input')?.focus();
  }, [anchor]);
  useEffect(() => {
    function leave(event: PointerEvent): void {
      const { target } = event;
      if (!(target instanceof Node)) return;
      if (!box.current?.contains(target) && !anchor.contains(target)) onClose();
    }
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [anchor, onClose]);
  return (
    <div
      ref={box}
      id={id}
      role="dialog"
      aria-label="Columns"
      popover="manual"
      className="popup column-chooser"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
        anchor.focus();
      }}
    >
      {all.length > FEW ? (
        <SearchField label="Find a column" value={typed} onChange={setTyped} />
      ) : null}
      <div className="column-choices">
        {found.map((choice) => (
          <Checkbox
            key={choice.id}
            isSelected={shown.includes(choice.id)}
            disabledReason={choice.id === ID ? 'The id leads to the artifact' : undefined}
            onChange={(isSelected) =>
              onChange(
                isSelected ? [...shown, choice.id] : shown.filter((column) => column !== choice.id),
              )
            }
          >
            {choice.label}
          </Checkbox>
        ))}
        {found.length === 0 ? <p className="soft">No column matches.</p> : null}
      </div>
      <Button size="small" variant="quiet" onClick={() => onChange([])}>
        Usual columns
      </Button>
    </div>
  );
}

/** Which columns the table shows; the address keeps them. A new one comes last. */
export function ColumnChooser({ tracker, shown, onChange }: ChooserProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<HTMLElement | null>(null);
  const [close] = useState(() => () => setOpened(null));
  return (
    <>
      <Button
        ref={button}
        icon={<Columns3 size={16} strokeWidth={1.75} aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={opened !== null}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(opened ? null : button.current)}
      >
        <span className="column-button-text">
          Columns{' '}
          <span className="soft">
            {shown.length} of {columnChoices(tracker).length}
          </span>
        </span>
      </Button>
      {opened ? (
        <Choices
          tracker={tracker}
          shown={shown}
          onChange={onChange}
          id={id}
          anchor={opened}
          onClose={close}
        />
      ) : null}
    </>
  );
}

import { X } from 'lucide-react';
import { type Option, OptionMark } from './options';

interface ChipProps {
  option: Option;
  onRemove: (() => void) | undefined;
}

/** The focus of a chip that goes is given to the next one, of the last to the one before, of the only one to the text. */
function keepFocus(button: HTMLButtonElement): void {
  const group = button.closest('.combo');
  const chips = [...(group?.querySelectorAll<HTMLElement>('.chip button') ?? [])];
  const at = chips.indexOf(button);
  const next = chips[at + 1] ?? chips[at - 1] ?? group?.querySelector('input');
  next?.focus();
}

/** One of several that are chosen, with the way to take it out. */
export function Chip({ option, onRemove }: ChipProps) {
  return (
    <span className="chip">
      <OptionMark option={option} />
      <span className="clip">{option.label}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={`Remove ${option.label}`}
          onClick={({ currentTarget }) => {
            keepFocus(currentTarget);
            onRemove();
          }}
        >
          <X size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}

import { Checkbox } from '~/ui/form/Checkbox';

interface SharedComputerProps {
  isShared: boolean;
  onChange(isShared: boolean): void;
}

/** The switch for a computer that others use too, and what it means. */
export function SharedComputer({ isShared, onChange }: SharedComputerProps) {
  return (
    <section aria-labelledby="data-shared">
      <h2 id="data-shared">Shared computer</h2>
      <Checkbox isSelected={isShared} onChange={onChange}>
        Others use this computer too: keep nothing here
      </Checkbox>
      <p className="meta soft">
        No drafts, no journal, no recent places, no sign-in: all of it ends with the tab. The
        read-only switch stays.
      </p>
    </section>
  );
}

import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

/**
 * Opens the list of a combo box by mouse. The kit would add the field's label to its name; that name belongs to the
 * control alone, so that whoever looks for it by its label finds one thing.
 */
export function OpenButton() {
  return (
    <Button
      className="combo-open"
      render={(button) => <button {...button} aria-labelledby={undefined} />}
    >
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
    </Button>
  );
}

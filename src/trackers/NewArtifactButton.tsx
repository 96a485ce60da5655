import { Plus } from 'lucide-react';
import type { Tracker } from '~/api/trackers';
import { mayCreate } from '~/fields/initialFields';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
// Beside the title of a narrow page there is room for the icons only, as with the columns.
import './columns/column-chooser.css';

/** The way to a new artifact of this tracker; says why where there is none. */
export function NewArtifactButton({ tracker }: { tracker: Tracker }) {
  const label = <span className="clip column-button-text">{`New ${tracker.item_name}`}</span>;
  const icon = <Plus size={16} strokeWidth={1.75} aria-hidden="true" />;
  return mayCreate(tracker) ? (
    <LinkButton variant="primary" icon={icon} to={paths.newArtifact(tracker.id)}>
      {label}
    </LinkButton>
  ) : (
    <Button
      variant="primary"
      icon={icon}
      disabledReason="You may set none of its fields on a new artifact"
    >
      {label}
    </Button>
  );
}

import { Avatar } from '~/ui/show/Avatar';
import '../view.css';

interface PersonNameProps {
  name: string;
  /** The login, on hover and focus: it tells people of one name apart. */
  detail?: string;
}

/** A person: the first letter in a circle, and the name. */
export function PersonName({ name, detail }: PersonNameProps) {
  return (
    <span className="value-with-icon" data-tooltip={detail && detail !== name ? detail : undefined}>
      <Avatar name={name} />
      <span className="clip">{name}</span>
    </span>
  );
}

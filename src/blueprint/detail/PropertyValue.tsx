import type { BlueprintPerson, BlueprintProperty } from '~/api/blueprint/artifactSchema';
import { formatDateTime } from '~/lib/dates';
import { SafeHtml } from '~/ui/html/SafeHtml';

export function personName({ DisplayName, Name, Id }: BlueprintPerson): string {
  return DisplayName ?? Name ?? `#${Id}`;
}

function words(property: BlueprintProperty): string {
  const { UsersAndGroups: people, Choices: choices, DateValue: date } = property;
  if (people) return people.map(personName).join(', ');
  if (choices && choices.length > 0) return choices.map(String).join(', ');
  // Without groups: the number may be an id.
  if (property.NumberValue != null) {
    return property.NumberValue.toLocaleString(undefined, { useGrouping: false });
  }
  if (date) return formatDateTime(date) || date;
  return property.TextOrChoiceValue ?? '';
}

interface PropertyValueProps {
  property: BlueprintProperty;
  /** The request asked for plain text, so nothing in it is markup. */
  isPlain: boolean;
  /** Where relative links of a rich text belong to. */
  base: string;
}

/** One of the value members is there (list-artifacts.md §7.1); rich text goes through the sanitiser. */
export function PropertyValue({ property, isPlain, base }: PropertyValueProps) {
  const { TextOrChoiceValue: text, IsRichText } = property;
  if (IsRichText && !isPlain && text) return <SafeHtml html={text} base={base} />;
  return <span className="blueprint-text">{words(property)}</span>;
}

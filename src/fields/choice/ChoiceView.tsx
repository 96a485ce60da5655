import { Dot, Pill } from '~/ui/show/Dot';
import { tlpStyle } from '~/ui/show/tlpColors';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { PersonLink } from '../people/PersonLink';
import { PersonName } from '../people/PersonName';
import { type ChoiceValue, shownOption } from './choiceField';
import type { ChoiceOption } from './options';
import '../view.css';

/** A value that is set and no longer offered. */
function Retired({ option }: { option: ChoiceOption }) {
  return option.isHidden ? <span className="meta">retired</span> : null;
}

function OneOption({ option }: { option: ChoiceOption }) {
  if (option.isPerson) return <PersonName name={option.label} detail={option.detail} />;
  return tlpStyle(option.color) ? (
    <Dot color={option.color}>{option.label}</Dot>
  ) : (
    <span className="clip">{option.label}</span>
  );
}

/** Somebody to be read about; in a table there is no room for a link of its own. */
function Person({ option }: { option: ChoiceOption }) {
  return (
    <PersonLink login={option.detail}>
      <PersonName name={option.label} />
    </PersonLink>
  );
}

/** The chosen value of a select box or radio: its colour and its word, or a person. */
export function SingleChoiceView({ value, field }: ViewProps<ChoiceValue>) {
  const [first] = value;
  if (!first) return <Empty />;
  const option = shownOption(first, field);
  return (
    <span className="value value-with-icon">
      {option.isPerson ? <Person option={option} /> : <OneOption option={option} />}
      <Retired option={option} />
    </span>
  );
}

export function SingleChoiceCell({ value, field }: ViewProps<ChoiceValue>) {
  const [first] = value;
  return first ? (
    <span className="cell">
      <OneOption option={shownOption(first, field)} />
    </span>
  ) : null;
}

export function MultiChoiceView({ value, field }: ViewProps<ChoiceValue>) {
  if (value.length === 0) return <Empty />;
  return (
    <ul className="value-row">
      {value.map((choice) => {
        const option = shownOption(choice, field);
        return (
          <li key={String(choice.id)} className="value-with-icon">
            {option.isPerson ? (
              <Person option={option} />
            ) : (
              <Pill color={option.color}>{option.label}</Pill>
            )}
            <Retired option={option} />
          </li>
        );
      })}
    </ul>
  );
}

/** A cell has room for two; all of them are in its tooltip. */
const ROOM = 2;

export function MultiChoiceCell({ value, field }: ViewProps<ChoiceValue>) {
  if (value.length === 0) return null;
  const options = value.map((choice) => shownOption(choice, field));
  const hidden = options.length - ROOM;
  return (
    <span
      className="cell"
      data-tooltip={hidden > 0 ? options.map(({ label }) => label).join(', ') : undefined}
    >
      {options.slice(0, ROOM).map((option) =>
        option.isPerson ? (
          <PersonName key={option.id} name={option.label} detail={option.detail} />
        ) : (
          <Pill key={option.id} color={option.color}>
            {option.label}
          </Pill>
        ),
      )}
      {hidden > 0 ? <span className="cell-more">+{hidden}</span> : null}
    </span>
  );
}

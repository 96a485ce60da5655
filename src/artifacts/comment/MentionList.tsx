import { useEffect, useRef } from 'react';
import { Avatar } from '~/ui/show/Avatar';
import type { useMention } from './useMention';
import './comment.css';

function words(count: number): string {
  if (count === 0) return '';
  return `${count === 1 ? '1 person' : `${count} people`} to tell: arrows choose, Enter takes`;
}

/** The people who fit what is typed after `@`; the focus stays in the text. */
export function MentionList({ mention }: { mention: ReturnType<typeof useMention> }) {
  const { people, active, take, listId, optionId } = mention;
  const list = useRef<HTMLDivElement>(null);
  // The comment is the last thing of its page, and the bar that saves stands over the end of it.
  useEffect(() => {
    if (people.length > 0) list.current?.scrollIntoView({ block: 'nearest' });
  }, [people.length]);
  return (
    <>
      {people.length === 0 ? null : (
        <div ref={list} role="listbox" id={listId} aria-label="People to tell" className="mentions">
          {people.map((person, index) => (
            <div
              key={person.login}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="mention"
              // Not a click: by then the text would have lost the focus, and the list be gone.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <Avatar name={person.label} size="small" />
              {person.label} <span className="meta">@{person.login}</span>
            </div>
          ))}
        </div>
      )}
      <span className="visually-hidden" role="status">
        {words(people.length)}
      </span>
    </>
  );
}

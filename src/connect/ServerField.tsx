import { lazy, type Ref, Suspense, useId } from 'react';
import type { Server } from '~/api/signIn/servers';
import { TextField } from '~/ui/form/TextField';
import { addressOf, lineToAdd } from './chosenServer';

const fetchNotes = () => import('./ServerNotes');
const Answers = lazy(async () => ({ default: (await fetchNotes()).Answers }));
const LineToAdd = lazy(async () => ({ default: (await fetchNotes()).LineToAdd }));

interface ServerFieldProps {
  ref: Ref<HTMLInputElement>;
  servers: readonly Server[];
  typed: string;
  chosen: Server | undefined;
  onChange(typed: string): void;
}

/** The address of the server: one of the list, or the line that would put it there. */
export function ServerField({ ref, servers, typed, chosen, onChange }: ServerFieldProps) {
  const list = useId();
  const line = chosen ? undefined : lineToAdd(typed);
  return (
    <>
      <TextField
        ref={ref}
        label="Server"
        name="server"
        list={list}
        value={typed}
        onChange={onChange}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        aside={
          chosen ? (
            <Suspense>
              <Answers server={chosen} />
            </Suspense>
          ) : undefined
        }
        error={
          chosen || typed.trim() === ''
            ? undefined
            : line
              ? 'This deployment does not offer that server, so nothing is sent to it.'
              : 'This is not an address.'
        }
        help={
          line === undefined ? undefined : (
            <Suspense>
              <LineToAdd line={line} />
            </Suspense>
          )
        }
      />
      <datalist id={list}>
        {servers.map((server) => (
          <option key={server.id} value={addressOf(server)}>
            {server.label}
          </option>
        ))}
      </datalist>
    </>
  );
}

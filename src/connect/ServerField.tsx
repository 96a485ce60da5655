import { lazy, type Ref, Suspense, useId } from 'react';
import { originOf } from '~/api/requests/origin';
import type { Server } from '~/api/signIn/servers';
import { TextField } from '~/ui/form/TextField';

const fetchNotes = () => import('./ServerNotes');
const Answers = lazy(async () => ({ default: (await fetchNotes()).Answers }));
const Unlisted = lazy(async () => ({ default: (await fetchNotes()).Unlisted }));

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
  const isUnlisted = !chosen && typed.trim() !== '';
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
          isUnlisted
            ? 'This deployment does not offer that server, so nothing is sent to it.'
            : undefined
        }
        help={
          isUnlisted ? (
            <Suspense>
              <Unlisted typed={typed} />
            </Suspense>
          ) : undefined
        }
      />
      <datalist id={list}>
        {servers.map((server) => (
          <option key={server.id} value={originOf(server)}>
            {server.label}
          </option>
        ))}
      </datalist>
    </>
  );
}

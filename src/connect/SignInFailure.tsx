import { Link } from 'react-router-dom';
import { explain } from '~/api/explain';
import { paths } from '~/paths';
import { ErrorPanel } from '~/ui/show/ErrorPanel';

/**
 * Why a sign-in came to no verdict: no answer, a fault of the server, not a Tuleap. With the way to the doctor, where the
 * person may leave this page for it (`server` is its id).
 */
export function SignInFailure({ error, server }: { error: unknown; server?: string | undefined }) {
  return (
    <>
      <ErrorPanel words={explain(error, 'sign in')} />
      {server === undefined ? null : (
        <p>
          <Link to={paths.connectDoctor({ server })}>Examine this server</Link>
        </p>
      )}
    </>
  );
}

import { explain } from '~/api/explain';
import { ErrorPanel } from '~/ui/show/ErrorPanel';

/** Why a sign-in came to no verdict: no answer, a fault of the server, not a Tuleap. */
export function SignInFailure({ error }: { error: unknown }) {
  return <ErrorPanel words={explain(error, 'sign in')} />;
}

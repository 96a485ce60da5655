import { Banner } from '~/ui/show/Banner';

/** After a sign-out that could not be told to the server (features C5): what goes on there, and until when. */
export function Unrevoked() {
  return (
    <Banner tone="warning" role="status">
      You are signed out here. The server could not be told: what Parterre signed in with ends there
      by itself within 24 hours.
    </Banner>
  );
}

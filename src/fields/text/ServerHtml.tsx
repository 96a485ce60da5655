import { useSession } from '~/api/session';
import { SafeHtml } from '~/ui/html/SafeHtml';

/** Markup of the server's, made safe, its relative links leading to the server it came from. */
export function ServerHtml({ html }: { html: string }) {
  const { session } = useSession();
  return <SafeHtml html={html} base={session?.connection.url ?? ''} />;
}

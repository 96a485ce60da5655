import { useMemo } from 'react';
import { useSession } from '~/api/session';
import { attachmentId, readPicture } from '~/attachments/bytes/pictures';
import { SafeHtml, type SafeHtmlProps } from '~/ui/html/SafeHtml';

/**
 * Markup of the server's, made safe, its relative links leading to the server it came from. Pictures that are attached
 * there are shown on request, those of other hosts only open elsewhere (features V2).
 */
export function ServerHtml({ html, adorn }: Pick<SafeHtmlProps, 'html' | 'adorn'>) {
  const { session } = useSession();
  const base = session?.connection.url ?? '';
  const pictures = useMemo(() => {
    const origin = new URL(base || location.origin).origin;
    const nameOf = (url: URL) => (url.origin === origin ? attachmentId(url) : undefined);
    return { nameOf, read: readPicture };
  }, [base]);
  return <SafeHtml html={html} base={base} pictures={pictures} {...(adorn ? { adorn } : {})} />;
}

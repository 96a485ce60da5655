import { useQuery } from '@tanstack/react-query';
import { loadMarkdown } from './markdown';
import { ServerHtml } from './ServerHtml';
import type { TextValue } from './textField';
import { useLinkedNames } from './useLinkedNames';

function MarkdownPreview({ source }: { source: string }) {
  const { data: html, isError } = useQuery({
    queryKey: ['markdown', source],
    queryFn: async () => (await loadMarkdown())(source),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (isError)
    return <p className="meta">The preview could not be loaded. The text is untouched.</p>;
  return html === undefined ? (
    <p className="meta">Preparing the preview…</p>
  ) : (
    <NamedHtml html={html} source={source} />
  );
}

/** HTML that the server has not seen yet: what it names is linked here, as it will be there. */
function NamedHtml({ html, source }: { html: string; source: string }) {
  return <ServerHtml html={html} adorn={useLinkedNames(source)} />;
}

/** A text as readers will see it, before it is saved: made safe like everything from the server (features E1, H5). */
export function TextPreview({ content, format }: TextValue) {
  if (content.trim() === '') return <p className="meta">Nothing to show yet</p>;
  if (format === 'html') return <NamedHtml html={content} source={content} />;
  if (format === 'text') return <div className="value-lines">{content}</div>;
  return <MarkdownPreview source={content} />;
}

import { useQuery } from '@tanstack/react-query';
import { loadMarkdown } from './markdown';
import { ServerHtml } from './ServerHtml';
import type { TextValue } from './textField';

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
    <ServerHtml html={html} />
  );
}

/** A text as readers will see it, before it is saved: made safe like everything from the server. */
export function TextPreview({ content, format }: TextValue) {
  if (content.trim() === '') return <p className="meta">Nothing to show yet</p>;
  if (format === 'html') return <ServerHtml html={content} />;
  if (format === 'text') return <div className="value-lines">{content}</div>;
  return <MarkdownPreview source={content} />;
}

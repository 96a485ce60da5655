/** What makes HTML of Markdown; loaded when somebody asks for a preview. */
type Render = (source: string) => string;

let loading: Promise<Render> | undefined;

/**
 * Loads the Markdown reader (once; again after a failed try). Its HTML is as hostile as the text: it may only go through
 * `ServerHtml`. Raw HTML in the text passes, as it does on the server, and is made safe there.
 */
export function loadMarkdown(): Promise<Render> {
  loading ??= import('marked').then(
    ({ Marked }) => {
      const marked = new Marked({ async: false, gfm: true });
      return (source) => String(marked.parse(source));
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** What makes HTML of Markdown; loaded when somebody asks for a preview. */
type Render = (source: string) => string;

let loading: Promise<Render> | undefined;

/**
 * What Tuleap's own reader makes of it (Enalean/tuleap, src/common/Markdown/CommonMarkInterpreter.php and
 * AutolinkExtension.php): CommonMark with tables and addresses of the web as links, raw HTML passed on to be made safe.
 * Of what GitHub adds it knows no struck text, no ticks in lists, and no other bare addresses.
 */
function reader({ Marked }: Pick<typeof import('marked'), 'Marked'>): Render {
  const marked = new Marked({
    async: false,
    gfm: true,
    tokenizer: {
      del: () => undefined,
      // False: as usual. Nothing: it stays text.
      url: (source) => (/^https?:\/\//i.test(source) ? false : undefined),
    },
    renderer: { checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] ') },
  });
  return (source) => String(marked.parse(source));
}

/**
 * Loads the Markdown reader (once; again after a failed try). Its HTML is as hostile as the text: it may only go through
 * `ServerHtml`.
 */
export function loadMarkdown(): Promise<Render> {
  loading ??= import('marked').then(reader, (error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

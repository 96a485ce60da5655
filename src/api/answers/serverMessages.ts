import * as z from 'zod/mini';

/** Tuleap's error envelope with its odd forms (conventions.md §5; the gatekeeper's `error` is a string). */
export const errorEnvelopeSchema = z.looseObject({
  error: z.union([
    z.string(),
    z.looseObject({
      code: z.number(),
      message: z.string(),
      i18n_error_message: z.optional(z.string()),
      i18n_error_messages: z.optional(z.array(z.string())),
      error_message: z.optional(z.string()),
    }),
  ]),
});

/** `Bad Request: error: text\nerror: text` → the texts; the reason phrase and the level words say nothing to a person. */
function plain(message: string): string[] {
  const text = message.replace(/^[A-Z][A-Za-z ]+: (?=\S)/, '');
  return text
    .split('\n')
    .map((line) => line.replace(/^(error|warning|info): /, '').trim())
    .filter((line) => line !== '');
}

/**
 * What the server said, most useful first: `i18n_error_messages`, `i18n_error_message`, then the text after the reason
 * phrase (order of conventions.md §5). Empty when the body is not the envelope.
 */
export function serverMessages(body: unknown): string[] {
  const result = z.safeParse(errorEnvelopeSchema, body);
  if (!result.success) return [];
  const { error } = result.data;
  if (typeof error === 'string') return [error];
  if (error.i18n_error_messages?.length) return error.i18n_error_messages;
  const translated = error.i18n_error_message ?? error.error_message;
  return translated ? [translated] : plain(error.message);
}

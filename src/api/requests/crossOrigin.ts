let rules: Promise<typeof import('../rules/crossOriginRules')> | undefined;

/** What another origin may ask for: loaded where there is one, and once (a failed load is tried again). */
export function crossOriginRules(): Promise<typeof import('../rules/crossOriginRules')> {
  rules ??= import('../rules/crossOriginRules').catch((error: unknown) => {
    rules = undefined;
    throw error;
  });
  return rules;
}

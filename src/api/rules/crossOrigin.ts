let rules: Promise<typeof import('./crossOriginRules')> | undefined;

/** What another origin may ask for: loaded where there is one, and once (a failed load is tried again). */
export function crossOriginRules(): Promise<typeof import('./crossOriginRules')> {
  rules ??= import('./crossOriginRules').catch((error: unknown) => {
    rules = undefined;
    throw error;
  });
  return rules;
}

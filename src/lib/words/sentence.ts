/** A text as a sentence of its own, for another one to follow: servers leave out the full stop as often as not. */
export function sentence(text: string): string {
  const said = text.trim();
  return said === '' || /[.!?…:]["”’)]?$/.test(said) ? said : `${said}.`;
}

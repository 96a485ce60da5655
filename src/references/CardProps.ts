/** What every card takes. */
export interface CardProps {
  /** Its content is another than before: it may need another place. */
  onSettled(): void;
}

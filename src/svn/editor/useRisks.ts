import { useState } from 'react';

/** What a save would open, close or break, and the save that waits for an answer. */
interface Question {
  risks: readonly string[];
  send(): void;
}

/** The question before a save that opens, closes or empties. */
export function useRisks() {
  const [question, setQuestion] = useState<Question | null>(null);
  return {
    /** Not null while the question stands. */
    risks: question?.risks ?? null,
    /** Sends at once where there are no risks, else when the person says so. */
    sendUnless(risks: readonly string[], send: () => void): void {
      if (risks.length > 0) setQuestion({ risks, send });
      else send();
    },
    saveAnyway(): void {
      setQuestion(null);
      question?.send();
    },
    keepEditing: () => setQuestion(null),
  };
}

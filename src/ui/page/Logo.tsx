import './logo.css';

/** The mark of Parterre, a garden bed; the word beside it says the name. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <path d="M1 4a3 3 0 0 1 3-3h6v4.2A4.8 4.8 0 0 1 5.2 10H1z" />
      <path d="M21 4a3 3 0 0 0-3-3h-6v4.2a4.8 4.8 0 0 0 4.8 4.8H21z" />
      <path d="M1 18a3 3 0 0 0 3 3h6v-4.2A4.8 4.8 0 0 0 5.2 12H1z" />
      <path d="M21 18a3 3 0 0 1-3 3h-6v-4.2a4.8 4.8 0 0 1 4.8-4.8H21z" />
      <circle cx="11" cy="11" r="2.2" />
    </svg>
  );
}

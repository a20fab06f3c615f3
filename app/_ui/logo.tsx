/** A stone and the edge drawn over it. */
export function Logo() {
  return (
    <svg aria-hidden width="22" height="22" viewBox="0 0 22 22" fill="none">
      <path d="M2 15.5h18l-2.2 4H4.2z" fill="currentColor" opacity="0.55" />
      <path d="M3 12.5 19.5 2.5 16 12.5z" fill="var(--accent)" />
    </svg>
  );
}

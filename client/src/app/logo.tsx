// The mark: a round table, seen from above. A municipality puts its own in its place.
export function Logo({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <circle cx="16" cy="16" r="4.6" fill="none" stroke="var(--brand)" strokeWidth="1.8" />
      <g fill="var(--brand)">
        <circle cx="24.4" cy="7.2" r="2.6" />
        <circle cx="28" cy="15.6" r="2.6" />
        <circle cx="19.8" cy="27.4" r="2.6" />
        <circle cx="11.6" cy="27.2" r="2.6" />
        <circle cx="5.6" cy="22" r="2.6" />
        <circle cx="7.8" cy="7" r="2.6" />
      </g>
      <g fill="var(--accent)">
        <rect x="13.6" y="2" width="5" height="5" rx="1" />
        <rect x="23.4" y="20.6" width="5" height="5" rx="1" transform="rotate(35 25.9 23.1)" />
        <rect x="1.8" y="12.2" width="5" height="5" rx="1" transform="rotate(-12 4.3 14.7)" />
      </g>
    </svg>
  )
}

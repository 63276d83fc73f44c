interface Props {
  readonly label: string
  /** What is being done, in words: read out in place of a percentage. */
  readonly words: string
  /** 0 to 1; null = it cannot be said. */
  readonly share: number | null
}

/** How far something is that cannot be hurried. */
export const ProgressBar = ({ label, words, share }: Props) => (
  <div role="progressbar" aria-label={label} aria-valuetext={words} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share === null ? undefined : Math.round(share * 100)} className="h-2 w-full overflow-hidden rounded-full bg-chip">
    <div style={{ width: `${(share ?? 0.06) * 100}%` }} className={`h-full rounded-full bg-out ${share === null ? 'animate-pulse motion-reduce:animate-none' : ''}`} />
  </div>
)

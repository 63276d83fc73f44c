import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  /** Percent. */
  readonly value: number
  readonly onChange: (value: number) => void
  /** What stands beside it, such as a button that tries it out. */
  readonly children?: ReactNode
}

/** A share of the whole in steps of five percent: the figure beside it says what the slider shows. */
export const RangeField = ({ label, value, onChange, children }: Props) => (
  <div className="flex items-center gap-3">
    <label className="grid min-w-0 flex-1 grid-cols-[9.5rem_minmax(0,1fr)_3.25rem] items-center gap-3">
      <span className="text-sm font-medium">{label}</span>
      <input type="range" min={0} max={100} step={5} value={value} onChange={(event) => onChange(Number(event.target.value))} className="h-6 w-full cursor-pointer accent-(--out)" />
      <span aria-hidden className="text-right text-sm">{`${value} %`}</span>
    </label>
    {children}
  </div>
)

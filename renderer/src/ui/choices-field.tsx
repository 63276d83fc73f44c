import { ChevronDown } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'

interface Props {
  readonly label: string
  /** What the closed field says. */
  readonly face: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly options: readonly (readonly [value: string, words: string])[]
}

/** Any number of a few, behind one field as narrow as a list. */
export const ChoicesField = ({ label, face, chosen, onChange, options }: Props) => (
  <DialogTrigger>
    <Button aria-label={face} className={`flex h-[30px] max-w-56 cursor-pointer items-center gap-1.5 rounded-lg border px-2 ${chosen.length === 0 ? 'border-line bg-panel text-ink-muted' : 'border-out bg-out-soft font-semibold text-out'}`}>
      <span className="truncate">{face}</span>
      <ChevronDown aria-hidden size={14} className="flex-none" />
    </Button>
    <Popover placement="bottom start" className="rounded-lg border border-line bg-panel text-sm text-ink shadow-lg">
      <Dialog aria-label={label} className="grid max-h-80 gap-0.5 overflow-y-auto p-2 outline-none">
        {options.map(([value, words]) => (
          <label key={value} className="flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-chip">
            <input type="checkbox" className="size-4 accent-(--out)" checked={chosen.includes(value)} onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))} />
            {words}
          </label>
        ))}
      </Dialog>
    </Popover>
  </DialogTrigger>
)

import { CircleCheck, CircleDashed, Plus, Repeat2, TriangleAlert, UserRoundX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssignmentState } from '../../../../shared/domain/duty-roster.ts'
import { ActionMenu, type MenuAct } from '../../ui/action-menu.tsx'
import type { Warning } from './schedule-view.ts'
import { useWarningWords } from './warning-words.ts'

const marks = {
  assigned: { Icon: CircleDashed, tone: 'text-ink-muted' },
  confirmed: { Icon: CircleCheck, tone: 'text-in' },
  released: { Icon: UserRoundX, tone: 'text-ink-muted' },
  /** For one night, instead of somebody or besides. */
  standIn: { Icon: Repeat2, tone: 'text-out' },
} as const

interface PlaceProps<K extends string> {
  /** Name of the control, which keeps the focus when the place is drawn anew. */
  readonly control: string
  readonly name: string
  readonly status: AssignmentState | 'standIn'
  /** In place of the word for the status. */
  readonly about?: string | undefined
  readonly notes?: string | null
  readonly warnings: readonly Warning[]
  /** What can be done, or nothing for those who only read. */
  readonly acts: readonly MenuAct<K>[]
  readonly onAct: (act: K) => void
}

const wordsOf = (status: AssignmentState | 'standIn'): AssignmentState => (status === 'standIn' ? 'assigned' : status)

/** Somebody on a seat: who, whether they have said that they will be there, and what speaks against it. */
export function Place<K extends string>({ control, name, status, about, notes = null, warnings, acts, onAct }: PlaceProps<K>) {
  const { t } = useTranslation('schedule')
  const inWords = useWarningWords()
  const { Icon, tone } = marks[status]
  const face = (
    <span className="flex min-w-0 items-center gap-2 px-1.5 py-1">
      <span className={`truncate ${status === 'released' ? 'text-ink-muted line-through' : 'font-medium'}`}>{name}</span>
      <span className="sr-only">, </span>
      <span className={`flex flex-none items-center gap-1 text-xs ${tone}`}>
        <Icon aria-hidden size={13} strokeWidth={2.2} />
        {about ?? t(`assignment.${wordsOf(status)}`)}
      </span>
    </span>
  )
  return (
    <div className="min-w-0">
      {acts.length === 0 ? (
        face
      ) : (
        <ActionMenu label={`${name}, ${about ?? t(`assignment.${wordsOf(status)}`)}`} control={control} acts={acts} onAct={onAct} hasWords className="max-w-full">
          {face}
        </ActionMenu>
      )}
      {notes === null ? null : <p className="px-1.5 pb-1 text-xs text-ink-muted">{notes}</p>}
      {warnings.map((warning) => (
        <p key={`${warning.kind} ${warning.what} ${warning.dates.join()}`} className="flex items-start gap-1.5 px-1.5 pb-1 text-xs text-attention">
          <TriangleAlert aria-hidden size={13} className="mt-px flex-none" />
          {inWords(warning)}
        </p>
      ))}
    </div>
  )
}

/** A place that nobody fills. */
export function EmptyPlace({ control, label, isRequired, onAssign }: { control: string; label: string; isRequired: boolean; onAssign: (() => void) | null }) {
  const { t } = useTranslation('schedule')
  const words = t(isRequired ? 'place.missing' : 'place.empty')
  if (onAssign === null) return <span className={`px-1.5 py-1 text-sm ${isRequired ? 'font-semibold text-attention' : 'text-ink-muted'}`}>{words}</span>
  return (
    <button type="button" data-control={control} aria-label={`${label}: ${words}`} onClick={onAssign} className={`flex w-fit cursor-pointer items-center gap-1.5 rounded-md border border-dashed px-2 py-0.5 text-sm hover:bg-chip ${isRequired ? 'border-attention font-semibold text-attention' : 'border-line text-ink-muted'}`}>
      <Plus aria-hidden size={14} />
      {words}
    </button>
  )
}

/** A seat with its places, side by side with its code. */
export const SeatRow = ({ code, name, children }: { code: string; name: string; children: ReactNode }) => (
  <li className="grid min-h-[35px] grid-cols-[58px_minmax(0,1fr)] items-start border-b border-line py-1 last:border-b-0">
    <abbr title={name} className="pt-1 pl-3 text-xs font-bold text-ink-muted no-underline">
      {code}
    </abbr>
    <div className="grid gap-0.5 pr-2">{children}</div>
  </li>
)

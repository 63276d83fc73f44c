import { Ban, BookOpen, BriefcaseBusiness, CirclePause, CircleSlash, ClipboardList, Flag, GraduationCap, Sun, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { markKinds, type Mark, type MarkKind } from './marks.ts'
import { useDayWords } from './words.ts'

const faces: Record<MarkKind, { readonly Icon: LucideIcon; readonly className: string }> = {
  training: { Icon: GraduationCap, className: 'bg-out font-semibold text-on-action' },
  admin: { Icon: ClipboardList, className: 'border border-out font-semibold text-out' },
  bmq: { Icon: BookOpen, className: 'bg-out-soft font-semibold text-out' },
  statutory: { Icon: Flag, className: 'bg-visitor-soft font-semibold text-visitor' },
  standDown: { Icon: CirclePause, className: 'bg-chip font-semibold text-ink' },
  cancelled: { Icon: Ban, className: 'bg-attention-soft font-semibold text-attention' },
  dayOff: { Icon: CircleSlash, className: 'bg-attention-soft font-semibold text-attention' },
  work: { Icon: BriefcaseBusiness, className: 'text-ink-muted' },
  summer: { Icon: Sun, className: 'text-ink-muted' },
}

/** One thing that a day is: by its colour, its sign and its words. */
export function MarkChip({ mark }: { mark: Mark }) {
  const { short } = useDayWords()
  const { Icon, className } = faces[mark.kind]
  return (
    <span className={`flex min-w-0 items-center gap-1 rounded-[5px] px-1 text-[11px]/[17px] ${className}`}>
      <Icon aria-hidden size={12} className="flex-none" />
      <span className="truncate">{short(mark)}</span>
    </span>
  )
}

/** A shape for each where a day is a square of a year: filled, outlined, barred, hatched or struck out. */
export const shapes: Partial<Record<MarkKind, string>> = {
  training: 'bg-out font-semibold text-on-action',
  admin: 'border-out font-semibold text-out',
  statutory: 'rounded-full! bg-visitor-soft font-semibold text-visitor',
  standDown: 'hatched text-ink-muted',
  cancelled: 'border-dashed border-attention bg-attention-soft text-attention line-through',
  dayOff: 'border-attention bg-attention-soft text-attention line-through',
}
export const square = 'grid size-[22px] place-items-center rounded-[5px] border border-transparent text-[11px] tabular-nums'
export const bmqBar = 'shadow-[inset_0_-3px_0_var(--out)]'

/** What the signs or the shapes mean. */
export function Legend({ of }: { of: 'month' | 'year' }) {
  const { t } = useTranslation('training')
  const kinds = of === 'month' ? markKinds : markKinds.filter((kind) => kind === 'bmq' || shapes[kind] !== undefined)
  return (
    <ul aria-label={t('calendar.legend')} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
      {kinds.map((kind) => {
        const { Icon, className } = faces[kind]
        return (
          <li key={kind} className="flex items-center gap-1.5">
            {of === 'month' ? (
              <span aria-hidden className={`grid size-[17px] place-items-center rounded-[5px] ${className}`}>
                <Icon size={12} />
              </span>
            ) : (
              <span aria-hidden className={`${square} ${kind === 'bmq' ? bmqBar : (shapes[kind] ?? '')}`}>
                8
              </span>
            )}
            {t(`calendar.kind.${kind}`)}
          </li>
        )
      })}
    </ul>
  )
}

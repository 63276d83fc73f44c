import { Check, ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { columns, mayColumn, type areas as allAreas, type Capability, type Column } from '../../../../../shared/contract/permissions.ts'
import { levels } from '../../../../../shared/domain/access.ts'
import { useSession } from '../../../stores/session.ts'

type Areas = typeof allAreas

const cell = 'border-b border-line px-1.5 py-1.5 align-middle'
/** As wide as the longest word over it, in either language. */
const widthOf = (column: Column): string => (['quartermaster', 'command', 'admin', 'developer'].includes(column) ? 'w-[90px]' : column === 'lockup' ? 'w-[78px]' : 'w-[66px]')
const levelOf = (column: Column): number | null => (column in levels ? levels[column as keyof typeof levels] : null)

interface Props {
  readonly areas: Areas
  /** Keys whose calls are shown. */
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

/** One row a capability, one column each of those whom the core tells apart; the reader’s own column stands out. */
export function LevelTable({ areas, open, onToggle }: Props) {
  const { t } = useTranslation(['admin', 'accounts', 'capabilities'])
  const own = useSession((state) => state.state?.session?.level ?? 0)
  const title = (column: Column): string => (column === 'display' || column === 'station' || column === 'desk' || column === 'liveDds' || column === 'oneself' ? t(`levels.column.${column}`) : t(`accounts:level.${column}`))
  return (
    <div role="region" aria-label={t('section.levels')} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
      <table className="w-full table-fixed border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-panel">
          <tr>
            <th scope="col" className={`${cell} label-caps w-auto pl-3! text-left align-bottom`}>
              {t('levels.column.may')}
            </th>
            {columns.map((column) => {
              const level = levelOf(column)
              return (
                <th key={column} scope="col" title={level === null ? undefined : t('levels.levelNumber', { level })} className={`${cell} ${widthOf(column)} px-0.5! text-center align-bottom text-[11px]/[14px] font-semibold ${level === own ? 'bg-out-soft text-out' : 'text-ink-muted'}`}>
                  {level === null ? null : <span className="block text-sm/5 tabular-nums">{level}</span>}
                  {title(column)}
                  {level === own ? <span className="block font-normal">{t('levels.yours')}</span> : null}
                </th>
              )
            })}
          </tr>
        </thead>
        {areas.map(({ area, capabilities }) => (
          <tbody key={area}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className="border-b border-line bg-chip/60 px-3 py-1 text-left text-[13px] font-semibold">
                {t(`capabilities:area.${area}`)}
              </th>
            </tr>
            {capabilities.map((capability) => (
              <CapabilityRows key={capability.key} capability={capability} own={own} isOpen={open.has(capability.key)} onToggle={() => onToggle(capability.key)} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

interface RowProps {
  readonly capability: Capability
  readonly own: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function CapabilityRows({ capability: { key, need, calls }, own, isOpen, onToggle }: RowProps) {
  const { t } = useTranslation(['admin', 'capabilities'])
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <Fragment>
      <tr className="hover:bg-chip/60">
        <th scope="row" className={`${cell} py-0! pr-3 pl-1.5! text-left font-normal`}>
          <button type="button" aria-expanded={isOpen} onClick={onToggle} className="flex w-full cursor-pointer items-start gap-1 rounded-md px-1.5 py-1.5 text-left -outline-offset-2!">
            <Chevron aria-hidden size={15} className="mt-0.5 flex-none text-ink-muted" />
            <span>{t(`capabilities:can.${key}`)}</span>
          </button>
        </th>
        {columns.map((column) => (
          <td key={column} className={`${cell} text-center ${levelOf(column) === own ? 'bg-out-soft/50' : ''}`}>
            {mayColumn(need, column) ? (
              <>
                <Check aria-hidden size={17} strokeWidth={2.6} className="inline text-in" />
                <span className="sr-only">{t('levels.may')}</span>
              </>
            ) : (
              <>
                <span aria-hidden className="text-ink-muted opacity-60">
                  ·
                </span>
                <span className="sr-only">{t('levels.mayNot')}</span>
              </>
            )}
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns.length + 1} className="border-b border-line bg-chip/40 py-1.5 pr-3 pl-9">
            <ul className="grid gap-1 text-xs">
              {calls.map(({ name, summary }) => (
                <li key={name} className="grid grid-cols-[220px_minmax(0,1fr)] gap-3">
                  <code className="font-mono break-all">{name}</code>
                  {/* The published contract is in English. */}
                  <span lang="en-CA" className="text-ink-muted">
                    {summary}
                  </span>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}

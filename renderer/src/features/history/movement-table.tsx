import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { Chip } from '../../ui/chip.tsx'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { useTimes } from '../../ui/time.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { useHistoryView } from './history-store.ts'
import { marksOf, type Movement } from './movement-words.ts'

export const movementTableId = 'movement-table'

interface PersonProps {
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
}

/** Rank muted, surname bold: how a person is found in a column. */
export const PersonName = ({ rank, lastName, firstName }: PersonProps) => (
  <span className="block truncate" title={`${rank} ${lastName}, ${firstName}`}>
    <span className="text-ink-muted">{rank}</span> <b className="font-semibold">{lastName}</b>, {firstName}
  </span>
)

/** In ↓ or out ↑: colour, shape and word. */
export function DirectionWord({ direction }: { direction: 'in' | 'out' }) {
  const { t } = useTranslation('common')
  return (
    <span className={`flex items-center gap-1.5 font-semibold ${direction === 'in' ? 'text-in' : 'text-out'}`}>
      {/* The word says it already; the row stays as low as its words. */}
      <span aria-hidden className="-my-1">
        <DirectionMark kind={direction} />
      </span>
      {t(`direction.${direction}`)}
    </span>
  )
}

/** A badge is the rule; everything else is worth a glance. */
export function Method({ method }: Pick<Movement, 'method'>) {
  const { t } = useTranslation('history')
  return method === 'badge' ? <span className="text-ink-muted">{t('method.badge')}</span> : <Chip tone={method === 'override' ? 'attention' : 'neutral'}>{t(`method.${method}`)}</Chip>
}

export function Marks({ movement }: { movement: Movement }) {
  const { t } = useTranslation('history')
  return (
    <span className="flex flex-wrap gap-1">
      {marksOf(movement).map(({ word, tone, detail }) => (
        <span key={word} title={detail}>
          <Chip tone={tone}>{t(`marks.${word}`)}</Chip>
        </span>
      ))}
    </span>
  )
}

interface Props {
  readonly movements: readonly Movement[]
  readonly onEnd: () => void
}

export function MovementTable({ movements, onEnd }: Props) {
  const { t } = useTranslation('history')
  const { shortDate, seconds } = useTimes()
  const stationOf = useStationName()
  const opened = useHistoryView((state) => state.opened)
  const [picked, setPicked] = useState<string | number | null>(null)
  // While one is open the arrows go from one to the next.
  const pick = (key: string | number): void => {
    setPicked(key)
    if (opened !== null) useHistoryView.setState({ opened: String(key) })
  }
  return (
    <VirtualTable
      id={movementTableId}
      label={t('section.movements')}
      rows={movements}
      rowKey={({ id }) => id}
      muted={({ voided }) => voided}
      pick={{ key: opened ?? picked, onPick: pick, onOpen: ({ id }) => useHistoryView.setState({ opened: id }) }}
      onEnd={onEnd}
      columns={[
        {
          key: 'time',
          title: t('column.time'),
          width: '154px',
          renderCell: ({ at }) => (
            <time dateTime={at} className="whitespace-nowrap">
              <span className="text-ink-muted">{shortDate(at)}</span> {seconds(at)}
            </time>
          ),
        },
        { key: 'person', title: t('column.person'), width: 'minmax(172px, 3fr)', renderCell: ({ person }) => <PersonName {...person} /> },
        { key: 'division', title: t('column.division'), width: '72px', renderCell: ({ person }) => <span title={person.division?.name}>{person.division?.code ?? '–'}</span> },
        { key: 'direction', title: t('column.direction'), width: '84px', renderCell: ({ direction }) => <DirectionWord direction={direction} /> },
        { key: 'how', title: t('column.how'), width: '84px', renderCell: ({ method }) => <Method method={method} /> },
        { key: 'station', title: t('column.station'), width: 'minmax(84px, 1fr)', renderCell: ({ stationId, stationName }) => <span className="block truncate text-ink-muted">{stationOf(stationId, stationName)}</span> },
        { key: 'marks', title: t('column.marks'), width: 'minmax(76px, 1fr)', renderCell: (movement) => <Marks movement={movement} /> },
      ]}
    />
  )
}

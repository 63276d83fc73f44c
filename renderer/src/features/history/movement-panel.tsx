import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { useMay } from '../../stores/session.ts'
import { useStationName } from '../../stores/stations.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTimes } from '../../ui/time.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { openPerson } from './history-store.ts'
import { MovementLife } from './movement-life.tsx'
import { DirectionWord, Marks, Method } from './movement-table.tsx'
import type { Details } from './movement-words.ts'
import { openProfile } from './open-profile.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { useDetails } from './use-details.ts'

interface Props {
  readonly movementId: string
  readonly onClose: () => void
  /** The record was changed from here. */
  readonly onChanged: (movementId: string) => void
}

/** One movement: what it is, all that ever stood in its place, and what may be done about it. */
export function MovementPanel({ movementId, onClose, onChanged }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const { details, problem } = useDetails(movementId)
  const person = details?.chain.at(-1)?.person
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What a dialog over it closes is not closed with it.
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog], [role=alertdialog]') === null) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside aria-labelledby="movement-title" className="flex w-[336px] flex-none flex-col border-l border-line">
      <div className="flex h-[51px] flex-none items-center gap-2 border-b border-line px-3">
        <h2 id="movement-title" className="min-w-0 flex-1 truncate text-[15px]" title={person?.displayName}>
          {person === undefined ? (
            t('panel.title')
          ) : (
            <>
              <span className="text-ink-muted">{person.rank}</span> <b className="font-semibold">{person.lastName}</b>, {person.firstName}
            </>
          )}
        </h2>
        <IconButton label={t('panel.closeIt')} onPress={onClose}>
          <X aria-hidden size={17} />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-3">
        {problem === null ? null : <Problem>{refusalLine(problem)}</Problem>}
        {details === null ? problem === null ? <p className="text-ink-muted">{t('common:loading')}</p> : null : <Body details={details} onChanged={onChanged} />}
      </div>
    </aside>
  )
}

function Body({ details, onChanged }: { details: Details; onChanged: Props['onChanged'] }) {
  const { t } = useTranslation('history')
  const { moment, seconds, shortDate } = useTimes()
  const stationOf = useStationName()
  const mayCorrect = useMay('adminOrDds')
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null)
  const last = details.chain.at(-1)
  if (last === undefined) return null
  const { person } = last
  const changed = (id: string): void => {
    setAsked(null)
    onChanged(id)
  }
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('panel.at'), `${shortDate(last.at)} ${seconds(last.at)}`],
    [t('panel.station'), stationOf(last.stationId, last.stationName)],
    [t('panel.reader'), last.reader],
    [t('panel.method'), <Method key="method" method={last.method} />],
    [t('panel.recorded'), last.recordedAt === last.at ? null : moment(last.recordedAt)],
    [t('column.division'), person.division?.name ?? null],
    [t('panel.before'), <Neighbour key="before" move={details.before} />],
    [t('panel.after'), <Neighbour key="after" move={details.after} />],
  ]
  return (
    <div className="grid gap-4">
      <p className="flex items-center gap-2 text-base">
        <DirectionWord direction={last.direction} />
        <span className="flex-1" />
        <Marks movement={last} />
      </p>
      <FactList facts={facts} />
      <MovementLife chain={details.chain} />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onPress={() => openPerson(person)}>
          {t('panel.person')}
        </Button>
        <Button size="sm" onPress={() => openProfile(person.id)}>
          {t('panel.profile')}
        </Button>
      </div>
      {last.voided ? (
        <p className="text-ink-muted">{t('panel.gone')}</p>
      ) : mayCorrect ? (
        <div className="flex gap-2 border-t border-line pt-3">
          <Button variant="primary" onPress={() => setAsked('change')}>
            {t('panel.change')}
          </Button>
          <Button onPress={() => setAsked('remove')}>{t('panel.delete')}</Button>
        </div>
      ) : (
        <p className="border-t border-line pt-3 text-ink-muted">{t('panel.mayNot')}</p>
      )}
      {asked === 'change' ? <ChangeDialog details={details} onClose={() => setAsked(null)} onDone={changed} /> : null}
      {asked === 'remove' ? <RemoveDialog details={details} onClose={() => setAsked(null)} onDone={() => changed(last.id)} /> : null}
    </div>
  )
}

function Neighbour({ move }: { move: Details['before'] }) {
  const { t } = useTranslation(['history', 'common'])
  const { moment } = useTimes()
  if (move === null) return <span className="text-ink-muted">{t('panel.none')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Chip tone={move.direction}>{t(`common:direction.${move.direction}`)}</Chip> {moment(move.at)}
    </span>
  )
}

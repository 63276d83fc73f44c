import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { auditAreas, wordsOfAction } from '../../../../../shared/domain/audit-actions.ts'
import { wordsOfEntity } from '../../../../../shared/domain/audit-entities.ts'
import { changesOf, factsOf, sayValue, wordsOfField } from '../../../../../shared/domain/audit-words.ts'
import { useStationName } from '../../../stores/stations.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FactList } from '../../../ui/fact-list.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useTimes } from '../../../ui/time.ts'
import { noFilters, useAuditView, type Filters, type Line } from './audit-store.ts'
import { ChangeTable } from './change-table.tsx'
import { useSaying } from './use-saying.ts'

/** One line with everything it tells: who, when and where, what changed from what to what, and why. */
export function LinePanel({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation('audit')
  const saying = useSaying()
  const { language } = saying
  const { longDate, shortDate, seconds } = useTimes()
  const stationOf = useStationName()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog], [role=alertdialog]') === null) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  const { at, actor, entityType, entityId, subject, details } = line
  // A movement, a badge or a session is somebody's: theirs is the longer story.
  const memberId = entityType !== 'member' && typeof details?.['memberId'] === 'string' ? details['memberId'] : null
  const person = typeof details?.['name'] === 'string' ? details['name'] : wordsOfEntity('member')[language]
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [wordsOfEntity(entityType)[language], subject],
    [
      t('panel.who'),
      <span key="who" className="flex flex-wrap items-center gap-x-2">
        {actor.name} <Chip>{t(`kind.${actor.kind}`)}</Chip>
      </span>,
    ],
    [t('panel.when'), <time key="when" dateTime={at} title={longDate(at)}>{`${shortDate(at)} ${seconds(at)}`}</time>],
    [t('panel.where'), line.stationId === null ? null : stationOf(line.stationId, line.stationName ?? undefined)],
    [t('column.area'), auditAreas[line.area][language]],
    ...factsOf(details, line.stationId).map(({ field, value }) => [wordsOfField(field)[language], sayValue(field, value, entityType, saying)] as const),
  ]
  const showOnly = (chosen: Partial<Filters>): void => {
    useAuditView.setState({ filters: { ...noFilters, ...chosen } })
    onClose()
  }
  return (
    <aside aria-labelledby="line-title" className="flex w-[384px] flex-none 2xl:w-[480px] flex-col border-l border-line">
      <div className="flex h-[51px] flex-none items-center gap-2 border-b border-line px-3">
        <h3 id="line-title" className="min-w-0 flex-1 truncate text-[15px] font-semibold" title={wordsOfAction(line.action)[language]}>
          {wordsOfAction(line.action)[language]}
        </h3>
        <IconButton label={t('panel.close')} onPress={onClose}>
          <X aria-hidden size={17} />
        </IconButton>
      </div>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-3">
        <FactList facts={facts} />
        <ChangeTable changes={changesOf(details)} entityType={entityType} saying={saying} />
        <div className="flex flex-wrap gap-2 border-t border-line pt-3">
          {entityId === null ? null : (
            <Button size="sm" onPress={() => showOnly({ about: { entityType, entityId, name: subject ?? wordsOfEntity(entityType)[language] } })}>
              {t('panel.about')}
            </Button>
          )}
          {memberId === null ? null : (
            <Button size="sm" onPress={() => showOnly({ about: { entityType: 'member', entityId: memberId, name: person } })}>
              {t('panel.person')}
            </Button>
          )}
          <Button size="sm" onPress={() => showOnly({ by: { id: actor.id, name: actor.name } })}>
            {t('panel.by')}
          </Button>
        </div>
        <p className="text-xs text-ink-muted">{t('panel.number', { number: line.seq })}</p>
        {line.correlationId === null ? null : <p className="text-xs text-ink-muted">{t('panel.logNumber', { number: line.correlationId })}</p>}
      </div>
    </aside>
  )
}

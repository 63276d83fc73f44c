import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { server } from '../../../../../shared/contract/server.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Failed } from '../../../ui/failed.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { BackDialog } from './back-dialog.tsx'
import { EndedCard, PlannedCard } from './move-cards.tsx'
import { PlaceCard } from './place-card.tsx'
import { StationDialog } from './station-dialog.tsx'
import { ServerWizard } from './wizard.tsx'

export type ServerState = OutputOf<typeof server.state>
type Open = 'use' | 'from' | 'leave' | 'station'

/** Where this PC's record is, and the way to a server and back (issue 8.1). */
export function ServerSection() {
  const { t } = useTranslation(['server', 'common'])
  const [changes, setChanges] = useState(0)
  const again = (): void => setChanges((before) => before + 1)
  useEffect(() => api().server.on.planned(again), [])
  const { value: state, problem } = useFetched(() => api().server.state({}), '', [changes])
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  return (
    <section aria-labelledby="server-title" className="flex h-full min-h-0 flex-col">
      <div className="grid gap-1 border-b border-line px-3 py-2">
        <h2 id="server-title" className="text-[15px] font-semibold">
          {t('title')}
        </h2>
        <p className="text-ink-muted">{t(state?.available === false ? 'none' : 'about')}</p>
      </div>
      {state === null ? (
        problem === null ? (
          <p role="status" className="p-3 text-ink-muted">
            {t('common:loading')}
          </p>
        ) : (
          <Failed problem={problem} retry={again} />
        )
      ) : state.available ? (
        <div className="grid min-h-0 flex-1 content-start gap-4 overflow-auto p-3 xl:grid-cols-2">
          <PlaceCard state={state}>
            {state.isGivenAtStart ? null : state.server === null ? (
              <Button variant="primary" onPress={() => setOpen('use')}>
                {t('act.use')}
              </Button>
            ) : (
              <Button onPress={() => setOpen(state.folder === 'record' ? 'leave' : 'from')}>{t(state.folder === 'record' ? 'act.leave' : 'act.from')}</Button>
            )}
            {state.isStationGivenAtStart || state.isGivenAtStart ? null : <Button onPress={() => setOpen('station')}>{t('act.station')}</Button>}
          </PlaceCard>
          <div className="grid content-start gap-4">
            {state.planned === null ? null : <PlannedCard planned={state.planned} onChange={again} />}
            {state.ended === null ? null : <EndedCard ended={state.ended} />}
          </div>
        </div>
      ) : null}
      {state === null || open === null ? null : open === 'use' ? <ServerWizard station={state.station} onClose={close} /> : open === 'station' ? <StationDialog station={state.station} onClose={close} /> : state.server === null ? null : <BackDialog way={open} server={state.server} onClose={close} />}
    </section>
  )
}

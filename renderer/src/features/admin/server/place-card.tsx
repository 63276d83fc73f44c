import { HardDrive, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStationName } from '../../../stores/stations.ts'
import { FactList } from '../../../ui/fact-list.tsx'
import type { ServerState } from './server-section.tsx'

/** Where the record is now, and as which station this PC works on it. */
export function PlaceCard({ state: { server, station, folder, isGivenAtStart, isStationGivenAtStart }, children }: { state: ServerState; children: ReactNode }) {
  const { t } = useTranslation('server')
  const nameOf = useStationName()
  const Icon = server === null ? HardDrive : Server
  const name = nameOf(station)
  return (
    <section aria-labelledby="server-place" className="panel content-start gap-3 self-start p-3">
      <h3 id="server-place" className="label-caps">
        {t('place.title')}
      </h3>
      <p className="flex items-center gap-2 text-[17px] font-semibold">
        <Icon aria-hidden size={20} className="flex-none" />
        {t(server === null ? 'place.here' : 'place.there')}
      </p>
      <FactList
        facts={[
          [t('place.server'), server === null ? null : `${server.host}:${server.port}`],
          [t('place.database'), server?.database ?? null],
          [t('place.user'), server?.user ?? null],
          [t('place.encryption'), server === null ? null : t(`place.encrypted.${server.encryption}`)],
          [t('place.version'), server === null ? null : (server.version ?? t('place.silent'))],
          [t('place.station'), name === station ? station : `${name} (${station})`],
          [t('place.folder'), server === null ? null : t(`place.folderHolds.${folder}`)],
        ]}
      />
      {isGivenAtStart ? <p className="text-ink-muted">{t('place.given')}</p> : null}
      {isStationGivenAtStart ? <p className="text-ink-muted">{t('place.stationGiven')}</p> : null}
      <p className="flex flex-wrap gap-2">{children}</p>
    </section>
  )
}

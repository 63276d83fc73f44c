import { ArrowDown, ArrowUp, Lock, Pencil, Power, PowerOff, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStationName, type Station } from '../../../stores/stations.ts'
import { Chip } from '../../../ui/chip.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { readerFaces } from '../../readers/reader-faces.ts'
import { useWhen } from '../../readers/use-when.ts'
import { cell, whyItStays } from './station-view.ts'

interface Props {
  readonly station: Station
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1, control: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onRename: () => void
  readonly onSwitch: () => void
  readonly onRemove: () => void
}

export function StationRow({ station, isFirst, isLast, onMove, onKeyDown, onRename, onSwitch, onRemove }: Props) {
  const { t, i18n } = useTranslation(['admin', 'readers'])
  const nameOf = useStationName()
  const when = useWhen()
  const { id, isActive, isThisDesk, readers, lastScanAt } = station
  const name = nameOf(id)
  const other = i18n.language === 'fr' ? station.name : station.nameFr
  return (
    <tr onKeyDown={onKeyDown} className="hover:bg-chip/60">
      <td className={`${cell} whitespace-nowrap`}>
        <IconButton label={t('stations.upNamed', { name })} data-control={`up ${id}`} isIdle={isFirst} onPress={() => onMove(-1, `up ${id}`)}>
          <ArrowUp aria-hidden size={15} />
        </IconButton>
        <IconButton label={t('stations.downNamed', { name })} data-control={`down ${id}`} isIdle={isLast} onPress={() => onMove(1, `down ${id}`)}>
          <ArrowDown aria-hidden size={15} />
        </IconButton>
      </td>
      <td className={`${cell} min-w-64`}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <b className={`font-semibold break-words ${isActive ? '' : 'text-ink-muted'}`}>{name}</b>
          {isThisDesk ? <Chip tone="out">{t('stations.thisDesk')}</Chip> : null}
          {isActive ? null : <Chip>{t('stations.off')}</Chip>}
        </span>
        {other === null || other === name ? null : (
          <span lang={i18n.language === 'fr' ? 'en-CA' : 'fr-CA'} className="block text-xs text-ink-muted">
            {other}
          </span>
        )}
        {station.description === null ? null : <span className="block text-xs break-words text-ink-muted">{station.description}</span>}
      </td>
      <td className={`${cell} font-mono text-xs whitespace-nowrap`}>{id}</td>
      <td className={cell}>
        {readers.length === 0 ? <span className="text-ink-muted">{t('stations.noReader')}</span> : null}
        {readers.map((reader) => {
          const { Icon, ink } = readerFaces[reader.state]
          return (
            <span key={reader.id} className="flex items-center gap-1.5">
              <Icon aria-hidden size={15} className={`flex-none ${ink}`} />
              <span className="min-w-0 break-words">{reader.name}</span>
              <span className={`flex-none text-xs ${ink}`}>{t(`readers:state.${reader.state}`)}</span>
            </span>
          )
        })}
      </td>
      <td className={`${cell} whitespace-nowrap`}>{lastScanAt === null ? <span className="text-ink-muted">{t('stations.never')}</span> : when(lastScanAt)}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <IconButton label={t('stations.renameNamed', { name })} data-control={`rename ${id}`} onPress={onRename}>
          <Pencil aria-hidden size={15} />
        </IconButton>
        <IconButton label={t(isActive ? 'stations.offNamed' : 'stations.onNamed', { name })} data-control={`switch ${id}`} onPress={onSwitch}>
          {isActive ? <PowerOff aria-hidden size={15} /> : <Power aria-hidden size={15} />}
        </IconButton>
        <IconButton label={t(whyItStays(station) === null ? 'stations.deleteNamed' : 'stations.lockedNamed', { name })} data-control={`delete ${id}`} onPress={onRemove}>
          {whyItStays(station) === null ? <Trash2 aria-hidden size={15} /> : <Lock aria-hidden size={14} />}
        </IconButton>
      </td>
    </tr>
  )
}

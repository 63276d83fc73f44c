import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import type { ReaderStatus } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { readerFaces } from './reader-faces.ts'
import { useWhen } from './use-when.ts'

/** What helps depends on how the reader is spoken to. */
function faultKey(kind: ReaderStatus['kind'], fault: NonNullable<ReaderStatus['fault']>) {
  if (kind === 'hid' && fault === 'permission') return 'hidPermission' as const
  return kind === 'pcsc' && fault === 'driver-missing' ? ('pcscMissing' as const) : (`fault.${fault}` as const)
}

const cell = 'border-b border-line px-3 py-2 text-left align-top'

export function ReaderTable({ readers, onRemove }: { readers: readonly ReaderStatus[]; onRemove: (reader: ReaderStatus) => void }) {
  const { t } = useTranslation('readers')
  const stationOf = useStationName()
  const when = useWhen()
  return (
    <div className="min-h-0 flex-1 overflow-auto -outline-offset-2!" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {(['name', 'device', 'door', 'state', 'lastRead', 'scans', 'rejects'] as const).map((column) => (
              <th key={column} scope="col" className={`${cell} label-caps whitespace-nowrap`}>
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col" className={cell}>
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {readers.map((reader) => {
            const { Icon, ink } = readerFaces[reader.state]
            return (
              <tr key={reader.id}>
                <td className={`${cell} min-w-40`}>
                  <b className="font-semibold">{reader.name}</b>
                  <span className="block text-xs text-ink-muted">{t(`kind.${reader.kind}`)}</span>
                </td>
                <td className={`${cell} max-w-60 break-all text-ink-muted`}>{reader.path ?? '–'}</td>
                <td className={cell}>{stationOf(reader.stationId)}</td>
                <td className={`${cell} w-full min-w-64`}>
                  <span className={`flex items-center gap-1.5 font-semibold ${ink}`}>
                    <Icon aria-hidden size={16} /> {t(`state.${reader.state}`)}
                  </span>
                  <span className="block text-xs text-ink-muted">{t('since', { at: when(reader.since) })}</span>
                  {reader.state === 'faulted' && reader.fault !== null ? <span className="block text-xs">{t(faultKey(reader.kind, reader.fault))}</span> : null}
                  {reader.state === 'absent' ? <span className="block text-xs">{t('absentHelp')}</span> : null}
                </td>
                <td className={`${cell} whitespace-nowrap`}>{reader.lastReadAt === null ? <span className="text-ink-muted">{t('never')}</span> : when(reader.lastReadAt)}</td>
                <td className={cell}>{reader.scans}</td>
                <td className={cell}>{reader.rejects}</td>
                <td className={`${cell} py-1! text-right`}>
                  {reader.kind !== 'simulated' && reader.kind !== 'keyboard-wedge' ? (
                    <Button variant="quiet" aria-label={t('removeNamed', { name: reader.name })} onPress={() => onRemove(reader)}>
                      {t('remove')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

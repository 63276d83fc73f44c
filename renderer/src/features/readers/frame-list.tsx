import { CircleCheck, CircleSlash, OctagonX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { useTimes } from '../../ui/time.ts'
import { printable, spacedHex, type ReaderFrame } from './use-frames.ts'

/** What readers sent, each with its bytes and what was made of them. */
export function FrameList({ frames, isLarge = false }: { frames: readonly ReaderFrame[]; isLarge?: boolean }) {
  const { t } = useTranslation('readers')
  const { seconds } = useTimes()
  const nameOf = useStationName()
  if (frames.length === 0) return <p className={`p-4 text-ink-muted ${isLarge ? 'text-2xl' : ''}`}>{t('frames.none')}</p>
  return (
    <ol aria-label={t('frames.list')} tabIndex={0} className={`min-h-0 flex-1 overflow-y-auto -outline-offset-2! ${isLarge ? 'text-lg' : ''}`}>
      {frames.map(({ seq, at, readerName, stationId, hex, protocol, results }) => (
        <li key={seq} className="grid gap-1 border-b border-line px-3 py-2">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <b className="font-semibold">{seconds(at)}</b>
            <span>{readerName}</span>
            <span className="text-ink-muted">{nameOf(stationId)}</span>
            <span className="text-ink-muted">{t('frames.bytes', { count: hex.length / 2 })}</span>
            {protocol === null ? null : <span className="text-ink-muted">{t('frames.setTo', { protocol: t(`form.protocols.${protocol}`) })}</span>}
          </span>
          <code className="font-mono text-[0.9em] break-words">{spacedHex(hex)}</code>
          <code className="font-mono text-[0.9em] break-all whitespace-pre-wrap text-ink-muted">{printable(hex)}</code>
          {results.length === 0 ? (
            <span className="flex items-center gap-1.5 font-semibold text-attention">
              <CircleSlash aria-hidden size={16} /> {t('frames.nothing')}
            </span>
          ) : null}
          {results.map((result, index) =>
            result.kind === 'badge' ? (
              <span key={index} className="flex items-center gap-1.5 font-semibold text-in">
                <CircleCheck aria-hidden size={16} /> {t('frames.badge', { serial: result.serial })} <span className="font-normal text-ink-muted">{t(`frames.decoder.${result.decoder}`)}{result.read === undefined ? '' : `, ${t('frames.read', { text: result.read })}`}</span>
              </span>
            ) : (
              <span key={index} className="flex items-center gap-1.5 font-semibold text-refused">
                <OctagonX aria-hidden size={16} /> {t(`frames.why.${result.why}`)}{result.read === undefined ? null : <span className="font-normal text-ink-muted">{t('frames.read', { text: result.read })}</span>}
              </span>
            ),
          )}
        </li>
      ))}
    </ol>
  )
}

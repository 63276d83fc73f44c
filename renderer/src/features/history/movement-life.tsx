import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { useTimes } from '../../ui/time.ts'
import { stepsOf, type Details } from './movement-words.ts'

const dots = { recorded: 'bg-ink-muted', add: 'bg-ink-muted', edit: 'bg-attention', delete: 'bg-refused', undo: 'bg-ink-muted' } as const

/** From the original to what stands today: what, who, when and why (screens.md W-9). */
export function MovementLife({ chain }: Pick<Details, 'chain'>) {
  const { t } = useTranslation(['history', 'common'])
  const { moment, seconds, shortDate } = useTimes()
  const stationOf = useStationName()
  const steps = stepsOf(chain)
  return (
    <section aria-labelledby="movement-life">
      <h3 id="movement-life" className="label-caps mb-2">
        {t('panel.chain')}
      </h3>
      <ol className="grid gap-3">
        {steps.map(({ kind, move, at, by }, index) => (
          <li key={`${kind} ${at} ${index}`} className="relative pl-5">
            <span aria-hidden className={`absolute top-1.5 left-0 size-2.5 rounded-full ${dots[kind]}`} />
            {index < steps.length - 1 ? <span aria-hidden className="absolute top-5 bottom-[-14px] left-[4px] w-0.5 bg-line" /> : null}
            <p className="font-semibold">{index === 0 && steps.length > 1 && kind === 'recorded' ? t('panel.original') : t(`step.${kind}`)}</p>
            {move === null ? null : (
              <p className={index < steps.length - 1 ? 'text-ink-muted line-through' : ''}>
                {t(`common:direction.${move.direction}`)} · {shortDate(move.at)} {seconds(move.at)} · {stationOf(move.stationId, move.stationName)}
              </p>
            )}
            {by === null ? null : (
              <>
                <p className="text-xs text-ink-muted">{t('panel.by', { name: by.name, at: moment(at) })}</p>
                {kind === 'undo' ? <p>{t('panel.undoReason')}</p> : by.reason === '' ? null : <p className="wrap-break-word">“{by.reason}”</p>}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

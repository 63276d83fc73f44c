import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { DirectionMark } from '../../ui/direction-mark.tsx'

/** As many as fit under an alert on the smallest screen. */
const shown = 10

/** Who came and went last, newest on top: no times, and nobody who was refused. */
export function Feed() {
  const { t } = useTranslation('wall')
  const items = usePresence((state) => state.activity?.items) ?? []
  const moves = items.filter(({ kind, person }) => kind !== 'refused' && person !== null).slice(0, shown)
  return (
    <section aria-labelledby="wall-feed" className="flex min-h-0 min-w-0 flex-col gap-2 overflow-hidden border-l-2 border-line pl-5">
      <h2 id="wall-feed" className="text-xl font-semibold">
        {t('feed')}
      </h2>
      {moves.length === 0 ? <p className="text-lg text-ink-muted">{t('quiet')}</p> : null}
      <ul className="grid min-h-0 content-start gap-2 overflow-hidden">
        {moves.map(({ id, kind, person }) => (
          <li key={id} className="flex items-center gap-3 text-xl/tight">
            <DirectionMark kind={kind} size="large" />
            <span className="min-w-0 wrap-break-word">{person?.displayName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

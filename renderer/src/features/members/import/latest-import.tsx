import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { roll } from '../../../../../shared/contract/roll.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { useTimes } from '../../../ui/time.ts'
import { UndoDialog } from './undo-dialog.tsx'

/** What was imported last, and the way back from it. Nothing where nothing was. */
export function LatestImport() {
  const { t } = useTranslation('roll')
  const { shortDate, time } = useTimes()
  const [latest, setLatest] = useState<OutputOf<typeof roll.lastImport>['import']>(null)
  const [undoing, setUndoing] = useState(false)
  useEffect(() => {
    void api()
      .roll.lastImport({})
      .then((result) => (result.ok ? setLatest(result.value.import) : undefined))
  }, [])
  if (latest === null) return null
  return (
    <section aria-label={t('latest.title')} className="flex items-center gap-4 border-t border-line px-3 py-2.5">
      <h2 className="label-caps">{t('latest.title')}</h2>
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{t('latest.what', { fileName: latest.fileName, on: shortDate(latest.at), at: time(latest.at), who: latest.actorName })}</span>{' '}
        <span className="text-ink-muted">{t('latest.counts', { added: latest.added, updated: latest.updated, deactivated: latest.deactivated })}</span>
      </p>
      <Button size="sm" aria-haspopup="dialog" onPress={() => setUndoing(true)}>
        {t('undo.open')}
      </Button>
      {undoing ? <UndoDialog importId={latest.id} fileName={latest.fileName} onClose={() => setUndoing(false)} /> : null}
    </section>
  )
}

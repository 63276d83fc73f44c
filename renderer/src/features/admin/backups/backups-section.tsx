import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { backups } from '../../../../../shared/contract/backups.ts'
import { api } from '../../../api.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { BackupLists } from './backup-lists.tsx'
import { ExportPart } from './export-part.tsx'
import { PlaceDialog } from './place-dialog.tsx'

type Status = OutputOf<typeof backups.status>

/** What backups there are, how old the newest is, where they go besides, and the way back (screens.md 5.4, W-19). */
export function BackupsSection() {
  const { t } = useTranslation('backups')
  const isEmbedded = useSystem((state) => state.status?.database.embedded ?? true)
  const [changes, setChanges] = useState(0)
  useEffect(() => api().backups.on.changed(() => setChanges((before) => before + 1)), [])
  const { value: status, problem } = useFetched(() => api().backups.status({}), '', [changes])
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<number | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const make = async (): Promise<void> => {
    if (making) return
    setMaking(true)
    setMade(null)
    const result = await api().backups.make({})
    setMaking(false)
    setRefused(result.ok ? null : result.error)
    if (result.ok) setMade(result.value.rows)
  }
  return (
    <section aria-labelledby="backups-title" className="flex h-full min-h-0 flex-col">
      <div className="flex items-start gap-4 border-b border-line px-3 py-2">
        <div className="grid flex-1 gap-1">
          <h2 id="backups-title" className="text-[15px] font-semibold">
            {t('title')}
          </h2>
          <p className="text-ink-muted">{status?.kept === false ? t(isEmbedded ? 'none' : 'onServer') : t('about')}</p>
          <Refusal of={refused ?? problem} />
          {made === null ? null : <p role="status">{t('made', { count: made })}</p>}
        </div>
        {status?.kept === true ? (
          <Button variant="primary" isDisabled={making} onPress={() => void make()}>
            {t(making ? 'making' : 'make')}
          </Button>
        ) : null}
      </div>
      {status?.kept === true ? (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_20rem]">
          <BackupLists second={status.second.folder} changes={changes} />
          <aside className="grid content-start gap-4 overflow-auto border-l border-line p-3">
            <Age status={status} onRefused={setRefused} />
            <SecondPlace second={status.second} />
            <ExportPart />
          </aside>
        </div>
      ) : null}
    </section>
  )
}

interface Part {
  readonly status: Status
  readonly onRefused: (problem: Refused | null) => void
}

function Age({ status: { newestAt, overdue, maxAgeHours, staged }, onRefused }: Part) {
  const { t } = useTranslation(['backups', 'common'])
  const { moment } = useTimes()
  const [hours, setHours] = useState(maxAgeHours)
  useEffect(() => setHours(maxAgeHours), [maxAgeHours])
  const isGood = hours >= 1 && hours <= 720
  const tell = async (call: Promise<{ ok: true } | { ok: false; error: Refused }>): Promise<void> => {
    const result = await call
    onRefused(result.ok ? null : result.error)
  }
  return (
    <div className="grid gap-2">
      {staged === null ? null : (
        <div role="alert" className="grid gap-2 rounded-lg border border-attention bg-attention-soft p-3 text-attention">
          <p>{t('staged.text', { at: moment(staged.madeAt) })}</p>
          <Button onPress={() => void tell(api().backups.cancelRestore({}))}>{t('staged.cancel')}</Button>
        </div>
      )}
      <p className="font-semibold">{newestAt === null ? t('never') : t('newest', { at: moment(newestAt) })}</p>
      {overdue ? (
        <p role="alert" className="text-refused">
          {t('overdue')}
        </p>
      ) : null}
      <NumberField label={t('maxAge')} hint={t('maxAgeHint')} value={hours} onChange={setHours} error={isGood ? undefined : t('maxAgeHint')} />
      {hours !== maxAgeHours && isGood ? <Button onPress={() => void tell(api().backups.setMaxAge({ hours }))}>{t('common:save')}</Button> : null}
    </div>
  )
}

const tones = { off: 'attention', waiting: 'neutral', ready: 'in', missing: 'attention', full: 'refused', read_only: 'refused', failed: 'refused' } as const

function SecondPlace({ second }: Pick<Status, 'second'>) {
  const { t } = useTranslation('backups')
  const { moment } = useTimes()
  const [isChoosing, setChoosing] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const { state, folder, newestAt } = second
  return (
    <div className="grid gap-2">
      <h3 className="flex items-center gap-2 font-semibold">
        {t('second.title')} <Chip tone={tones[state]}>{t(`second.state.${state}`)}</Chip>
      </h3>
      {folder === null ? <p>{t('second.off')}</p> : <p className="break-all">{t('second.folder', { folder })}</p>}
      {newestAt === null ? null : <p className="text-ink-muted">{t('second.newest', { at: moment(newestAt) })}</p>}
      {state === 'missing' || state === 'full' || state === 'read_only' || state === 'failed' ? <p className="text-attention">{t(`second.fix.${state}`)}</p> : null}
      <div className="flex gap-2">
        <Button onPress={() => setChoosing(true)}>{t(folder === null ? 'second.set' : 'second.change')}</Button>
        {folder === null ? null : <Button onPress={() => setRemoving(true)}>{t('second.remove')}</Button>}
      </div>
      {isRemoving ? <ConfirmDialog title={t('second.removeTitle')} text={t('second.removeText')} confirm={t('second.remove')} act={() => api().backups.removeSecond({})} onClose={() => setRemoving(false)} /> : null}
      {isChoosing ? <PlaceDialog folder={folder} onClose={() => setChoosing(false)} /> : null}
    </div>
  )
}

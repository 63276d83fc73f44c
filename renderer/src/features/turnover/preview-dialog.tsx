import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { usePresence } from '../../stores/presence.ts'
import { useMay } from '../../stores/session.ts'
import { useTurnover } from '../../stores/turnover.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { useDutyDialog } from '../duty/dialog-store.ts'

const close = (): void => useTurnover.setState({ open: null })

function lockUp(): void {
  close()
  useDutyDialog.setState({ open: { kind: 'lockUp' } })
}

/** What the turn of the day would do if it came now, and the better way: to lock up. */
export function PreviewDialog() {
  const { t } = useTranslation(['turnover', 'common'])
  const { time } = useTimes()
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  const isOpen = useDuty((state) => (state.lockup?.status ?? 'secured') !== 'secured')
  const maySecure = useMay('basic')
  const { value, problem } = useFetched(() => api().jobs.resetPreview({}), 'preview', [revision, isOpen ? 1 : 0])
  return (
    <Dialog
      title={t('preview.title')}
      isOpen
      onClose={close}
      footer={
        <>
          {isOpen && maySecure ? (
            <Button variant="primary" onPress={lockUp}>
              {t('preview.lockUp')}
            </Button>
          ) : null}
          <Button onPress={close}>{t('common:close')}</Button>
        </>
      }
    >
      <div className="grid gap-3 text-ink">
        <Refusal of={problem} />
        {value === null ? (
          <p role="status">{t('common:loading')}</p>
        ) : (
          <>
            <p>{t('preview.text', { at: time(value.at) })}</p>
            <p>{value.holder === null ? t('preview.secured') : t('preview.notSecured', { name: value.holder })}</p>
            <p>{t('preview.sessions')}</p>
            {value.people.length === 0 ? (
              <p>{t('preview.nobody')}</p>
            ) : (
              <section aria-labelledby="preview-people" className="grid gap-1">
                <h3 id="preview-people" className="font-semibold">
                  {t('preview.people', { count: value.people.length })}
                </h3>
                <ul tabIndex={0} aria-labelledby="preview-people" className="max-h-[38vh] overflow-y-auto rounded-lg border border-line">
                  {value.people.map(({ kind, id, displayName, division, since }) => (
                    <li key={`${kind} ${id}`} className="flex gap-3 border-b border-line px-3 py-1.5 last:border-b-0">
                      <b className="min-w-0 flex-1 font-semibold wrap-break-word">{displayName}</b>
                      <span className="text-ink-muted">{division?.code ?? ''}</span>
                      <span className="text-ink-muted">{t('preview.since', { at: time(since) })}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

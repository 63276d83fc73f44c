import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { api } from '../../api.ts'
import { useDutyLog } from '../../stores/duty-log.ts'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { useLogWords } from './words.ts'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-1.5">
    <h3 className="font-semibold">{title}</h3>
    {children}
  </section>
)

/** What whoever has the duty should know: responsibilities, contacts, the phone, and what to say when a member calls. */
export function PagePanel() {
  const { t } = useTranslation('dutyLog')
  const { moment } = useTimes()
  const { either } = useLogWords()
  const changes = useDutyLog((state) => state.changes)
  const { value, problem } = useFetched(() => api().dutyLog.page({}), 'page', [changes])
  if (value === null) return <div className="p-3">{problem === null ? <p role="status">{t('loading')}</p> : <Refusal of={problem} />}</div>
  const { page, changedAt, changedBy } = value
  const { responsibilities, contacts, phoneProtocol, callScenarios, notes } = page
  const isEmpty = responsibilities.length + contacts.length + callScenarios.length === 0 && phoneProtocol.text === '' && notes.text === ''
  return (
    <div tabIndex={0} role="region" aria-label={t('side.page')} className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-3 -outline-offset-2!">
      {isEmpty ? <p className="text-ink-muted">{t('page.empty')}</p> : null}
      {responsibilities.map(({ title, titleFr, items }) => (
        <Part key={title} title={either(title, titleFr)}>
          <ul className="list-disc pl-5">
            {items.map(({ text, textFr }) => (
              <li key={text}>{either(text, textFr)}</li>
            ))}
          </ul>
        </Part>
      ))}
      {contacts.length === 0 ? null : (
        <Part title={t('page.contacts')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
            {contacts.map(({ label, labelFr, phone, notes: about }) => (
              <div key={label} className="contents">
                <dt>{either(label, labelFr)}</dt>
                <dd className="font-medium">{[phone, about ?? ''].filter(Boolean).join(' · ')}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {phoneProtocol.text === '' ? null : (
        <Part title={t('page.protocol')}>
          <p className="whitespace-pre-line">{either(phoneProtocol.text, phoneProtocol.textFr)}</p>
        </Part>
      )}
      {callScenarios.length === 0 ? null : (
        <Part title={t('page.scenarios')}>
          {callScenarios.map(({ scenario, scenarioFr, guidance, guidanceFr }) => (
            <details key={scenario} className="rounded-lg border border-line px-3 py-1.5">
              <summary className="cursor-pointer font-medium">{either(scenario, scenarioFr)}</summary>
              <p className="pt-1 whitespace-pre-line">{either(guidance, guidanceFr)}</p>
            </details>
          ))}
        </Part>
      )}
      {notes.text === '' ? null : (
        <Part title={t('page.notes')}>
          <p className="whitespace-pre-line">{either(notes.text, notes.textFr)}</p>
        </Part>
      )}
      <p className="text-xs text-ink-muted">{changedAt === null ? t('page.standard') : t('page.changed', { name: changedBy ?? '', at: moment(changedAt) })}</p>
    </div>
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DutyPage } from '../../../../../shared/contract/duty-log.ts'
import { api } from '../../../api.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { problemsOf } from '../settings/problems-of.ts'
import { FieldGroup, SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'
import { BothLanguages } from './both-languages.tsx'
import { ChecklistFields } from './checklist-fields.tsx'
import { french, newContact, newResponsibility, newScenario, type Page } from './draft.ts'
import { PageAside } from './page-aside.tsx'
import { Rows } from './rows.tsx'

/** What the duty page says, written by an administrator: what was ticked keeps the words it had (domain.md 4.12.6 ▶). */
export function DailyPageSection() {
  const { t } = useTranslation('dutyLog')
  const editing = useDocument<Page, number, null>({
    async load() {
      const result = await api().dutyLog.page({})
      return result.ok ? { ok: true, value: { value: result.value.page, basis: result.value.version, damaged: [], extra: null } } : result
    },
    store: (page, { basis }) => api().dutyLog.updatePage({ page, basedOn: basis }),
  })
  const { draft } = editing
  const problems = useMemo(() => (draft === null ? {} : problemsOf(DutyPage, draft)), [draft])
  return (
    <SettingsFrame title={t('edit.title')} about={t('edit.about')} editing={editing} problems={problems} aside={draft === null ? null : <PageAside page={draft} />}>
      {(page) => <PageFields page={page} problems={problems} onChange={editing.change} />}
    </SettingsFrame>
  )
}

function PageFields({ page, problems, onChange }: { page: Page; problems: Readonly<Record<string, string>>; onChange: (page: Page) => void }) {
  const { t } = useTranslation('dutyLog')
  const put = (part: Partial<Page>): void => onChange({ ...page, ...part })
  const wrong = (path: string): string | undefined => (problems[path] === undefined ? undefined : t('entry.needed'))
  return (
    <>
      <FieldGroup title={t('edit.checklist')} text={t('edit.checklistText')}>
        <ChecklistFields blocks={page.checklist} problems={problems} onChange={(checklist) => put({ checklist })} />
      </FieldGroup>
      <FieldGroup title={t('edit.responsibilities')}>
        <Rows items={page.responsibilities} onChange={(responsibilities) => put({ responsibilities })} add={t('edit.addResponsibility')} onNew={newResponsibility} nameOf={({ title }, index) => title || t('edit.part', { number: index + 1 })}>
          {(part, putPart, at) => (
            <div className="grid min-w-0 gap-3">
              <BothLanguages label={t('edit.heading')} value={part.title} valueFr={part.titleFr} onChange={(title, titleFr) => putPart({ ...part, title, titleFr })} maxLength={300} error={wrong(`responsibilities.${at}.title`)} />
              <Rows items={part.items} onChange={(items) => putPart({ ...part, items })} add={t('edit.addItem')} onNew={() => ({ text: '', textFr: null })} nameOf={({ text }, index) => text || t('edit.item', { number: index + 1 })}>
                {(item, putItem, index) => <BothLanguages label={t('edit.itemText')} value={item.text} valueFr={item.textFr} onChange={(text, textFr) => putItem({ text, textFr })} maxLength={300} error={wrong(`responsibilities.${at}.items.${index}.text`)} />}
              </Rows>
            </div>
          )}
        </Rows>
      </FieldGroup>
      <FieldGroup title={t('page.contacts')}>
        <Rows items={page.contacts} onChange={(contacts) => put({ contacts })} add={t('edit.addContact')} onNew={newContact} nameOf={({ label }, index) => label || t('edit.contact', { number: index + 1 })}>
          {(contact, putContact, at) => (
            <div className="grid min-w-0 gap-2.5">
              <BothLanguages label={t('edit.contactLabel')} value={contact.label} valueFr={contact.labelFr} onChange={(label, labelFr) => putContact({ ...contact, label, labelFr })} maxLength={300} error={wrong(`contacts.${at}.label`)} />
              <div className="grid grid-cols-2 gap-2.5">
                <TextField label={t('edit.phone')} value={contact.phone} onChange={(phone) => putContact({ ...contact, phone })} maxLength={50} autoComplete="off" />
                <TextField label={t('edit.contactNotes')} value={contact.notes ?? ''} onChange={(notes) => putContact({ ...contact, notes: french(notes) })} maxLength={4000} autoComplete="off" />
              </div>
            </div>
          )}
        </Rows>
      </FieldGroup>
      <FieldGroup title={t('page.protocol')}>
        <BothLanguages label={t('edit.text')} value={page.phoneProtocol.text} valueFr={page.phoneProtocol.textFr} onChange={(text, textFr) => put({ phoneProtocol: { text, textFr } })} maxLength={4000} rows={4} />
      </FieldGroup>
      <FieldGroup title={t('page.scenarios')}>
        <Rows items={page.callScenarios} onChange={(callScenarios) => put({ callScenarios })} add={t('edit.addScenario')} onNew={newScenario} nameOf={({ scenario }, index) => scenario || t('edit.scenario', { number: index + 1 })}>
          {(one, putOne, at) => (
            <div className="grid min-w-0 gap-2.5">
              <BothLanguages label={t('edit.scenarioText')} value={one.scenario} valueFr={one.scenarioFr} onChange={(scenario, scenarioFr) => putOne({ ...one, scenario, scenarioFr })} maxLength={300} error={wrong(`callScenarios.${at}.scenario`)} />
              <BothLanguages label={t('edit.guidance')} value={one.guidance} valueFr={one.guidanceFr} onChange={(guidance, guidanceFr) => putOne({ ...one, guidance, guidanceFr })} maxLength={4000} rows={3} error={wrong(`callScenarios.${at}.guidance`)} />
            </div>
          )}
        </Rows>
      </FieldGroup>
      <FieldGroup title={t('page.notes')}>
        <BothLanguages label={t('edit.text')} value={page.notes.text} valueFr={page.notes.textFr} onChange={(text, textFr) => put({ notes: { text, textFr } })} maxLength={4000} rows={3} />
      </FieldGroup>
    </>
  )
}

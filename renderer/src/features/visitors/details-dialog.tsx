import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useMay } from '../../stores/session.ts'
import { closeVisitorDialog, openVisitorDialog, type Visit } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { useTimes } from '../../ui/time.ts'
import { useSaveFile } from '../reports/use-save-file.tsx'
import { printPass } from './print-pass.ts'
import { useVisitWords } from './words.ts'

/** Everything that was said of one visit. */
export function DetailsDialog({ visit }: { visit: Visit }) {
  const { t } = useTranslation(['visitors', 'common'])
  const mayEdit = useMay('adminOrDds')
  const { moment } = useTimes()
  const { typeOf, longOf, endOf } = useVisitWords()
  const { host, pass } = visit
  const facts: readonly (readonly [string, string | null])[] = [
    [t('field.type'), typeOf(visit)],
    [t('field.organization'), visit.organization],
    [t('field.purpose'), t(`purpose.${visit.purpose}`)],
    [t('field.step'), visit.recruitmentStep === null ? null : t(`step.${visit.recruitmentStep}`)],
    [t('field.event'), visit.event?.name ?? null],
    [t('field.host'), host?.displayName ?? null],
    [t('field.details'), visit.details],
    [t('field.phone'), visit.phone],
    [t('field.plate'), visit.licensePlate],
    [t('field.notes'), visit.notes],
    [t('field.pass'), pass === null ? null : pass.returnedAt === null ? (visit.until === null ? pass.label : t('details.passOut', { label: pass.label })) : t('details.passBack', { label: pass.label, at: moment(pass.returnedAt) })],
    [t('details.in'), t('details.inAt', { at: moment(visit.since), station: visit.stationName, by: visit.method === 'kiosk' ? t('details.self') : visit.actorName })],
    [t('details.out'), visit.until === null ? null : `${moment(visit.until)} · ${endOf(visit)} · ${longOf(visit)}`],
  ]
  return (
    <Dialog
      title={visit.displayName}
      isOpen
      size="wide"
      onClose={closeVisitorDialog}
      footer={
        <>
          {visit.until === null ? <Button onPress={() => void printPass(visit)}>{t('print.open')}</Button> : null}
          {mayEdit && !visit.isDisposed ? <Button onPress={() => openVisitorDialog({ kind: 'edit', visitId: visit.id })}>{t('edit.open')}</Button> : null}
          <Button variant="primary" onPress={closeVisitorDialog}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <FactList facts={facts} />
      <PersonFile visitId={visit.id} />
    </Dialog>
  )
}

/** For an administrator: the file that somebody asks for who visited. */
function PersonFile({ visitId }: { visitId: string }) {
  const { t } = useTranslation('visitors')
  const isAdmin = useMay('admin')
  const language = usePreferences((state) => state.language)
  const { save, problem } = useSaveFile()
  if (!isAdmin) return null
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <p className="w-full text-ink-muted">{t('file.text')}</p>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} size="sm" onPress={() => void save(() => api().visitors.personFile({ visitId, format, language }))}>
          {t('file.export', { format: format.toUpperCase() })}
        </Button>
      ))}
      {problem}
    </div>
  )
}

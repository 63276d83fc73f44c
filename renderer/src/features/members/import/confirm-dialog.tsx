import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { Preview } from './choices.ts'
import { CountList } from '../../../ui/count-list.tsx'
import { importPreviewed } from './wizard-store.ts'

interface Props {
  readonly fileName: string
  readonly preview: Preview
  readonly onClose: () => void
}

/** The last look before anything is written: the core's own counts. */
export function ConfirmDialog({ fileName, preview, onClose }: Props) {
  const { t } = useTranslation('roll')
  const { counts, divisionsToCreate, listItemsToCreate } = preview
  const go = (): void => {
    onClose()
    void importPreviewed()
  }
  return (
    <Dialog
      title={t('confirm.title', { fileName })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('confirm.back')}</Button>
          <Button variant="primary" autoFocus onPress={go}>
            {t('confirm.go')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-ink-muted">{t('confirm.text')}</p>
        <CountList
          counts={[
            [t('confirm.add'), counts.add],
            [t('confirm.update'), counts.update],
            [t('confirm.deactivate'), counts.deactivate],
            ...(divisionsToCreate.length === 0 ? [] : [[t('confirm.divisions', { codes: divisionsToCreate.map(({ code }) => code).join(', ') }), divisionsToCreate.length] as const]),
            ...(listItemsToCreate.length === 0 ? [] : [[t('confirm.listItems'), listItemsToCreate.length] as const]),
            [t('confirm.excluded'), counts.excluded],
          ]}
        />
      </div>
    </Dialog>
  )
}

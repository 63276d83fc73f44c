import { useTranslation } from 'react-i18next'
import { answerLeaving, useUnsaved } from '../../stores/unsaved.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'

/** Asks before what was typed is given up. */
export function UnsavedDialog() {
  const { t } = useTranslation('settings')
  const isAsked = useUnsaved((state) => state.going !== null)
  const stay = (): void => answerLeaving(false)
  return (
    <Dialog
      title={t('frame.leave.title')}
      isOpen={isAsked}
      onClose={stay}
      size="sm"
      footer={
        <>
          <Button variant="danger" onPress={() => answerLeaving(true)}>
            {t('frame.leave.discard')}
          </Button>
          <Button variant="primary" onPress={stay} autoFocus>
            {t('frame.leave.stay')}
          </Button>
        </>
      }
    >
      <p className="text-ink">{t('frame.leave.text')}</p>
    </Dialog>
  )
}

import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '../../stores/room.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { openWizard } from '../members/import/wizard-store.ts'

/** What comes next on a desk that was just set up. */
export function SetUpDone({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const unit = useSystem((state) => state.status?.unit.name) ?? ''
  const go = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog title={t('setUp.done.title', { unit })} isOpen onClose={onClose} size="sm">
      <p className="flex items-center gap-3">
        <CircleCheck aria-hidden className="flex-none text-in" />
        {t('setUp.done.text')}
      </p>
      <div className="mt-4 grid gap-2">
        <Button
          variant="primary"
          onPress={go(() => {
            useRoom.setState({ room: 'members' })
            openWizard()
          })}
        >
          {t('setUp.done.roll')}
        </Button>
        <Button onPress={go(() => useRoom.setState({ room: 'readers' }))}>{t('setUp.done.readers')}</Button>
        <Button onPress={onClose}>{t('setUp.done.desk')}</Button>
      </div>
    </Dialog>
  )
}

import { useTranslation } from 'react-i18next'
import { useOffline } from '../../stores/offline.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { DisagreementDialog } from './disagreement-dialog.tsx'
import { OfflineLine } from './offline-line.tsx'

/** Across the desk, in every room, for as long as it lasts. */
export function OfflineBar() {
  const { t } = useTranslation('offline')
  const may = useMay('quartermasterOrDds')
  const isOpen = useOffline((state) => state.isListOpen)
  return (
    <>
      <OfflineLine
        action={
          may ? (
            <Button size="sm" onPress={() => useOffline.setState({ isListOpen: true })}>
              {t('look')}
            </Button>
          ) : null
        }
      />
      {isOpen ? <DisagreementDialog onClose={() => useOffline.setState({ isListOpen: false })} /> : null}
    </>
  )
}

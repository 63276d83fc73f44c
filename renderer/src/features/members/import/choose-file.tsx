import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { LatestImport } from './latest-import.tsx'
import { chooseFile, goTo, useWizard } from './wizard-store.ts'

export function ChooseFile() {
  const { t } = useTranslation('roll')
  const { busy, opened, preview } = useWizard()
  return (
    <>
      <FileDrop text={t('chooseText')} label={t('file')} isReading={busy !== null} onChoose={(file) => void chooseFile(file)} />
      <LatestImport />
      {opened === null ? null : (
        <div className="flex border-t border-line px-3 py-2.5">
          <Button onPress={() => goTo(preview === null ? 'columns' : 'preview')}>{t('back', { fileName: opened.file.fileName })}</Button>
        </div>
      )}
    </>
  )
}

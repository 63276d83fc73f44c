import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { FrameList } from './frame-list.tsx'
import { useFrames } from './use-frames.ts'

/** At the desk: what every reader sends, while badges go on counting (screens.md 5.1). */
export function FramesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const { frames, problem } = useFrames(null)
  return (
    <Dialog title={t('frames.title')} isOpen size="lg" onClose={onClose} footer={<Button onPress={onClose}>{t('common:close')}</Button>}>
      <p className="mb-3 text-ink-muted">{t('frames.deskText')}</p>
      <Refusal of={problem} />
      <div className="flex h-[min(26rem,55vh)] flex-col rounded-lg border border-line text-ink">
        <FrameList frames={frames} />
      </div>
    </Dialog>
  )
}

import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useNow } from '../../ui/time.ts'
import { FrameList } from '../readers/frame-list.tsx'
import { useFrames } from '../readers/use-frames.ts'
import { BigButton } from './big-button.tsx'

interface Props {
  readonly stationId: string
  /** When it is over. */
  readonly until: string
  readonly onClose: () => void
}

/** In place of the kiosk: what its readers send. Said in large words: badges sign nobody in or out meanwhile. */
export function ReaderTest({ stationId, until, onClose }: Props) {
  const { t } = useTranslation(['readers', 'kiosk'])
  const { frames, problem } = useFrames(stationId)
  const left = Math.max(0, Math.ceil((new Date(until).getTime() - useNow(500)) / 1000))
  const isOver = problem?.code === 'reader_test_over' || left === 0
  useEffect(() => {
    if (isOver) onClose()
  }, [isOver, onClose])
  return (
    <section aria-labelledby="test-title" data-reader-test className="col-span-2 flex min-h-0 flex-col gap-4 rounded-2xl border-4 border-attention bg-panel p-6">
      <div role="status" className="rounded-xl border-2 border-attention bg-attention-soft px-6 py-3 text-attention">
        <h1 id="test-title" className="text-[40px]/tight font-bold">
          {t('kiosk:test.title')}
        </h1>
        <p className="text-2xl text-ink">{t('kiosk:test.text')}</p>
      </div>
      <div className="flex min-h-0 flex-1 flex-col rounded-xl border-2 border-line">
        <FrameList frames={frames} isLarge />
      </div>
      <div className="flex items-center gap-6">
        <BigButton
          isMain
          onPress={() => {
            void api().readers.endTest({ stationId })
            onClose()
          }}
        >
          {t('kiosk:test.end')}
        </BigButton>
        <span className="text-xl text-ink-muted">{t('kiosk:test.left', { count: left })}</span>
      </div>
    </section>
  )
}

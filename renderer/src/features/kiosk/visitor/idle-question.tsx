import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BigButton } from '../big-button.tsx'
import { Ring } from './ring.tsx'

/** How long the visitor has to answer. */
const askMs = 15_000

/** Lies over the form, so that it is read by nobody else, until the visitor goes on or it is cleared. */
export function IdleQuestion({ onGoOn, onEnd }: { onGoOn: () => void; onEnd: () => void }) {
  const { t } = useTranslation('kioskVisitor')
  return (
    <section role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text" className="absolute inset-0 flex flex-col items-center justify-center gap-6 rounded-2xl border-2 border-attention bg-attention-soft p-10 text-center">
      <Hourglass aria-hidden size={92} strokeWidth={1.8} className="text-attention" />
      <h1 id="idle-title" className="text-5xl/tight font-bold text-attention">
        {t('idle.title')}
      </h1>
      <p id="idle-text" className="max-w-[30ch] text-2xl/snug text-pretty">
        {t('idle.text', { count: askMs / 1000 })}
      </p>
      <div className="flex items-center gap-6 text-attention">
        <Ring ms={askMs} onEnd={onEnd} />
        <BigButton isMain isFirst onPress={onGoOn}>
          {t('idle.goOn')}
        </BigButton>
      </div>
    </section>
  )
}

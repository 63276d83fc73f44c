import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { BigButton } from '../big-button.tsx'
import { DoorProblem } from '../door-problem.tsx'
import type { KioskVisit } from './visit-steps.ts'
import { useVisitSentences } from './visit-sentences.ts'

interface Props {
  readonly visit: KioskVisit
  readonly busy: boolean
  readonly problem: Refused | null
  readonly onPlate: () => void
  readonly onSignIn: () => void
}

/** All that was said in one sentence, what becomes of it, and the one button that counts (trust.md 4.4). */
export function ReviewStep({ visit, busy, problem, onPlate, onSignIn }: Props) {
  const { t } = useTranslation('kioskVisitor')
  const { review } = useVisitSentences()
  const { plate } = visit
  return (
    <div className="-mx-2 flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2">
      <p className="text-[30px]/snug font-semibold text-pretty wrap-break-word">{review(visit)}</p>
      <DoorProblem of={problem} />
      <div className="flex gap-4 rounded-2xl bg-visitor-soft px-5 py-4">
        <ShieldCheck aria-hidden size={40} strokeWidth={1.8} className="mt-1 flex-none text-visitor" />
        <div className="grid gap-1 text-lg/snug">
          <h2 className="text-xl font-bold">{t('privacy.title')}</h2>
          <p>{t('privacy.what')}</p>
          <p>{t('privacy.why')}</p>
          <p>{t('privacy.long')}</p>
        </div>
      </div>
      <span className="flex-1" />
      <div className="grid flex-none grid-cols-2 gap-3 pb-1">
        <BigButton onPress={onPlate} detail={t(plate.trim() === '' ? 'review.noPlateText' : 'review.plateText')}>
          {plate.trim() === '' ? t('review.noPlate') : t('review.plate', { plate: plate.trim().toUpperCase() })}
        </BigButton>
        <BigButton isMain isFirst disabled={busy} onPress={onSignIn}>
          {t('review.signIn')}
        </BigButton>
      </div>
    </div>
  )
}

import { LogOut, UserRoundPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { beginVisit, useKioskVisitor } from '../../../stores/kiosk-visitor.ts'

const tile = 'flex min-h-18 flex-1 cursor-pointer items-center gap-4 rounded-2xl border-2 border-visitor bg-visitor-soft px-5 py-2 text-left'

/** For those who have no badge. Away while one of them is at it. */
export function VisitorTiles() {
  const { t } = useTranslation('kioskVisitor')
  const flow = useKioskVisitor((state) => state.flow)
  if (flow !== null) return null
  return (
    <>
      {(['signIn', 'leaving'] as const).map((kind) => {
        const Icon = kind === 'signIn' ? UserRoundPlus : LogOut
        return (
          <button key={kind} type="button" onClick={() => beginVisit(kind)} className={tile}>
            <Icon aria-hidden size={36} strokeWidth={1.9} className="flex-none text-visitor" />
            <span className="grid min-w-0">
              <b className="text-[22px]/tight">{t(`tile.${kind}`)}</b>
              <span className="text-base/tight text-ink-muted">{t(`tile.${kind}Text`)}</span>
            </span>
          </button>
        )
      })}
    </>
  )
}

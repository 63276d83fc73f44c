import { ClipboardList, Siren, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MusterKind } from '../../../../shared/domain/muster.ts'
import { closeMusterDialog, useMuster } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTimes } from '../../ui/time.ts'
import { begin } from './acts.ts'

const faces: Record<MusterKind, { readonly Icon: LucideIcon; readonly face: string }> = {
  live: { Icon: Siren, face: 'border-refused bg-refused text-on-action' },
  drill: { Icon: ClipboardList, face: 'border-out bg-panel text-out' },
}

/** Emergency or drill, the emergency first. @param isDrill it was asked for as a drill: that has the focus then */
export function BeginDialog({ isDrill }: { isDrill: boolean }) {
  const { t } = useTranslation(['muster', 'common'])
  const { yearDate } = useTimes()
  const last = useMuster((state) => state.now?.lastDrill ?? null)
  return (
    <Dialog title={t('begin.title')} isOpen onClose={closeMusterDialog} size="wide" footer={<Button onPress={closeMusterDialog}>{t('common:cancel')}</Button>}>
      <div className="grid gap-3 text-ink">
        {(['live', 'drill'] as const).map((kind) => {
          const { Icon, face } = faces[kind]
          return (
            <button key={kind} type="button" data-first={(kind === 'drill') === isDrill || undefined} onClick={() => void begin(kind)} className={`flex min-h-[88px] cursor-pointer items-center gap-5 rounded-xl border-2 px-5 py-3 text-left ${face}`}>
              <Icon aria-hidden size={40} className="flex-none" />
              <span>
                <b className="block text-2xl">{t(`begin.${kind}`)}</b>
                <span className="block">{t(`begin.${kind}Text`)}</span>
              </span>
            </button>
          )
        })}
        <p className="text-ink-muted">{last === null ? t('drill.never') : t('drill.last', { date: yearDate(last) })}</p>
      </div>
    </Dialog>
  )
}

import { Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openMusterDialog, showRoll, useMuster } from '../../stores/muster.ts'
import { Kbd } from '../../ui/kbd.tsx'

/** The red button of the bar; while a muster is open it leads back to the roll call. */
export function EmergencyButton() {
  const { t } = useTranslation('muster')
  const open = useMuster((state) => state.now?.open)
  return (
    <button
      type="button"
      aria-haspopup={open == null ? 'dialog' : undefined}
      aria-keyshortcuts="F12"
      title={t('button.title')}
      onClick={() => (open == null ? openMusterDialog({ kind: 'begin', drill: false }) : showRoll(open.id))}
      className="flex h-9 flex-none cursor-pointer items-center gap-2 rounded-lg border-2 border-white/80 bg-[#a3160f] px-3 font-bold whitespace-nowrap text-white hover:bg-[#861611]"
    >
      <Siren aria-hidden size={18} />
      {t('button.words')}
      <span className="hidden 2xl:inline">
        <Kbd>F12</Kbd>
      </span>
    </button>
  )
}

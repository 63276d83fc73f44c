import { Volume2, VolumeX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setVolume, useSound } from '../../sound/player.ts'
import { useNow, useTimes } from '../../ui/time.ts'
import { VisitorTiles } from './visitor/visitor-tiles.tsx'
import { useKioskLanguage } from './use-kiosk-language.ts'

const tile = 'flex min-h-14 flex-1 flex-col justify-center rounded-2xl border-2 border-line bg-panel px-6 py-3 text-left'

/** Beside the card: the time, the other language, the sound. */
export function SideTiles() {
  const { t } = useTranslation(['kiosk', 'common'])
  const { volume, blocked } = useSound()
  const { language, change } = useKioskLanguage()
  const { time, longDate } = useTimes()
  const now = useNow(1000)
  const sound = volume === 0 ? 'soundOff' : blocked ? 'soundBlocked' : 'soundOn'
  const SoundIcon = sound === 'soundOn' ? Volume2 : VolumeX
  return (
    <div className="flex flex-col gap-4 [container-type:size]">
      <div className={`${tile} min-h-fit!`}>
        {/* By this column's own size: the window's would be wrong where the kiosk is enlarged, and a band above takes height. */}
        <span className="text-[min(26cqw,16cqh)]/none font-bold">{time(now)}</span>
        <span className="mt-3 text-xl text-ink-muted first-letter:uppercase">{longDate(now)}</span>
      </div>
      <VisitorTiles />
      <button
        type="button"
        lang={language === 'en' ? 'fr-CA' : 'en-CA'}
        onClick={change}
        className={`${tile} min-h-fit! cursor-pointer`}
      >
        <b className="text-[26px]/tight">{t('common:language')}</b>
        <span className="text-[17px]/tight text-ink-muted">{t('common:languageLabel')}</span>
      </button>
      <button type="button" aria-pressed={volume > 0} onClick={() => setVolume(volume > 0 && !blocked ? 0 : 0.6)} className={`${tile} max-h-28 cursor-pointer`}>
        <span className="flex items-center gap-3 text-[19px]">
          <SoundIcon aria-hidden size={26} className="flex-none" />
          {t(sound)}
        </span>
      </button>
    </div>
  )
}

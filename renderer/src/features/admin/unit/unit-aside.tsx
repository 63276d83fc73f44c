import { useTranslation } from 'react-i18next'
import { useNow, useTimes } from '../../../ui/time.ts'
import { crestUrl, type Crest } from './crest-field.tsx'
import type { UnitDraft } from './draft.ts'

/** The head and foot of a paper, and the time in the chosen zone. */
export function UnitAside({ unit: { name, zone, letterhead, address, phone, classification }, crest }: { unit: UnitDraft; crest: Crest }) {
  const { t } = useTranslation('settings')
  const { locale } = useTimes()
  const now = useNow(1000)
  // Another zone than that of the desk's own clock, as it may be about to change.
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(now))
  const date = new Intl.DateTimeFormat(locale === 'en-CA' ? 'en-GB' : locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(now))
  return (
    <div className="grid gap-5">
      <section aria-labelledby="preview-clock">
        <h3 id="preview-clock" className="label-caps">
          {t('preview.clock')}
        </h3>
        <p className="text-[17px] font-semibold">{clock}</p>
        <p className="text-ink-muted">{date}</p>
      </section>
      <section aria-labelledby="preview-paper">
        <h3 id="preview-paper" className="label-caps mb-1">
          {t('preview.paper')}
        </h3>
        <div className="flex min-h-72 flex-col rounded-lg border border-line bg-panel p-4 text-xs">
          <div className="flex items-start gap-3 border-b border-line pb-2">
            {crest === null ? null : <img src={crestUrl(crest)} alt="" className="size-12 flex-none rounded-sm bg-white object-contain p-0.5" />}
            <p className="min-w-0 flex-1">
              <b className="block text-sm wrap-break-word">{name.trim() === '' ? t('unit.name') : name}</b>
              {letterhead === '' ? null : <span className="block wrap-break-word">{letterhead}</span>}
              {address === '' ? null : <span className="mt-1 block wrap-break-word whitespace-pre-line text-ink-muted">{address}</span>}
              {phone === '' ? null : <span className="block text-ink-muted">{phone}</span>}
            </p>
          </div>
          <p className="mt-auto border-t border-line pt-2 text-center font-semibold wrap-break-word">{classification === '' ? <span className="font-normal text-ink-muted">{t('preview.noClassification')}</span> : classification}</p>
        </div>
      </section>
    </div>
  )
}

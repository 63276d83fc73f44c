import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { readers } from '../../../../shared/contract/readers.ts'

type Answer = OutputOf<typeof readers.calibrate>

/** The spellings that fit, in words and each with what it makes of the first card. */
export function FittingProfiles({ answer: { verdict, doubts, candidates }, read, picked, onPick }: { answer: Answer; read: string; picked: number; onPick: (index: number) => void }) {
  const { t } = useTranslation('readers')
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-semibold">{t('calibrate.result')}</legend>
      <p role="status">
        {t(`calibrate.verdict.${verdict}`)} {doubts.map((doubt) => t(`calibrate.doubt.${doubt}`)).join(' ')}
      </p>
      {candidates.map(({ profile: { digits, order, card, bits }, serial, isShortened }, index) => (
        <label key={`${digits} ${order} ${card} ${bits}`} className="flex items-start gap-2">
          <input type="radio" name="profile" className="mt-1" checked={index === picked} onChange={() => onPick(index)} />
          <span>
            {[t(`calibrate.digits.${digits}`), ...(bits === null || digits === 'text' ? [] : [t('calibrate.bits', { bits })]), ...(order === 'lsb' ? [t('calibrate.lsb')] : []), ...(card === 'opaque' ? [] : [t(`calibrate.cards.${card}`)])].join(', ')}
            <span className="block text-ink-muted">
              <code className="font-mono">{read}</code> → <code className="font-mono">{serial}</code>
            </span>
            {isShortened ? <span className="block font-semibold text-attention">{t('calibrate.shortened')}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

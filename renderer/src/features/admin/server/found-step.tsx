import { useTranslation } from 'react-i18next'
import { clockOffLimitSeconds, isThisMachine } from '../../../../../shared/domain/server-move.ts'
import { FactList } from '../../../ui/fact-list.tsx'
import { useTimes } from '../../../ui/time.ts'
import { wayFor, type Found } from './found.ts'

/** What is there, what speaks against it, and what can be done with it. */
export function FoundStep({ found }: { found: Found }) {
  const { t } = useTranslation('server')
  const { moment, locale } = useTimes()
  const { host, port, database, user, version, encryption, clockOffSeconds: off, holds, desk, connected } = found
  const isOff = Math.abs(off) >= clockOffLimitSeconds
  const clock = !isOff ? t('wizard.found.clockSame') : t(off > 0 ? 'wizard.found.clockAhead' : 'wizard.found.clockBehind', { seconds: Math.abs(off) })
  const warnings = [...(isOff ? [t('wizard.found.clockFix')] : []), ...(isThisMachine(host) || encryption === 'checked' ? [] : [t(encryption === 'none' ? 'wizard.found.plain' : 'wizard.found.open')]), ...(desk?.version === 'older' ? [t('wizard.found.older')] : [])]
  const way = wayFor(found)
  const isRead = desk !== null && (desk.version === 'same' || desk.version === 'older')
  return (
    <>
      <FactList
        facts={[
          [t('place.server'), `${user}@${host}:${port}/${database}`],
          [t('wizard.found.version'), version],
          [t('wizard.found.connection'), t(`place.encrypted.${encryption}`)],
          [t('wizard.found.clock'), clock],
          [t('wizard.found.holds'), t(`wizard.found.${holds}`)],
          [t('wizard.found.unit'), isRead ? desk.unit : null],
          [t('wizard.found.members'), isRead ? new Intl.NumberFormat(locale).format(desk.members) : null],
          [t('wizard.found.last'), isRead ? (desk.lastMovementAt === null ? t('wizard.found.never') : moment(desk.lastMovementAt)) : null],
          [t('wizard.found.connected'), isRead ? (connected.length === 0 ? t('wizard.found.nobody') : connected.join(', ')) : null],
        ]}
      />
      {warnings.map((warning) => (
        <p key={warning} className="rounded-lg border border-attention bg-attention-soft px-3 py-2 text-attention">
          {warning}
        </p>
      ))}
      {way === null ? (
        <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {t(`wizard.found.cannot.${holds === 'other' ? 'other' : desk?.version === 'newer' ? 'newer' : 'wrong'}`)}
        </p>
      ) : (
        <p className="font-semibold">{t(way === 'to' ? 'wizard.found.canMove' : 'wizard.found.canJoin')}</p>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { ddsRole, dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import type { WarningKind } from '../../../../shared/domain/duty-warnings.ts'
import { useDefinitionName } from '../../stores/definitions.ts'
import { useWords } from './schedule-view.ts'

interface Told {
  readonly kind: WarningKind
  readonly dates: readonly string[]
  readonly what: string | null
}

/** What speaks against a duty, in one short sentence of the window's language. */
export function useWarningWords(): (warning: Told) => string {
  const { t } = useTranslation('schedule')
  const { weekdayDay, dayMonth } = useWords()
  const nameOf = useDefinitionName()
  return ({ kind, dates, what }) => {
    const on = dates.map(weekdayDay).join(', ')
    const duty = what === ddsRole ? t('role.DDS') : what === dutyWatchRole ? t('role.DUTY_WATCH') : (what ?? '')
    switch (kind) {
      case 'not_qualified':
        return t('warning.not_qualified', { what: what ?? '' })
      case 'not_active':
        return t('warning.not_active', { what: nameOf('memberStatuses', what ?? '') })
      case 'contract_over':
        return t('warning.contract_over', { on: what === null ? '' : dayMonth(what) })
      case 'two_duties':
        return t('warning.two_duties', { what: duty, on })
      case 'double_seat':
        return t('warning.double_seat', { on })
      case 'base_not_rostered':
        return t('warning.base_not_rostered', { what: what ?? '', on })
    }
  }
}

import { foldText } from '../../../../../shared/domain/fold-text.ts'
import { stationCodeForm } from '../../../../../shared/domain/station-code.ts'

/** The code that a name suggests: `Front gate (east)` → `front-gate-east`. Pure. */
export const suggestStationCode = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')

export const isStationCode = (code: string): boolean => stationCodeForm.test(code)

import { foldText } from '../../../../../shared/domain/fold-text.ts'

/** The code that a name suggests: `Front gate (east)` → `front-gate-east`. Pure. */
export const suggestStationCode = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')

export const isStationCode = (code: string): boolean => /^[a-z0-9][a-z0-9_-]{0,49}$/.test(code)

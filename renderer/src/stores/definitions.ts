import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { definitions } from '../../../shared/contract/definitions.ts'

export type Definitions = OutputOf<typeof definitions.read>
type CodedList = 'memberStatuses' | 'memberTypes' | 'visitTypes' | 'badgeStatuses'

/** Null until they have arrived. */
export const useDefinitions = create<{ definitions: Definitions | null }>(() => ({ definitions: null }))

/** The word for a code of a list, in the window's language; the code itself while the lists have not arrived. */
export function useDefinitionName(): (list: CodedList, code: string) => string {
  const { i18n } = useTranslation()
  const definitions = useDefinitions((state) => state.definitions)
  return (list, code) => {
    const row = definitions?.[list].find((item) => item.code === code)
    if (row === undefined) return code
    return i18n.language === 'fr' ? (row.nameFr ?? row.name) : row.name
  }
}

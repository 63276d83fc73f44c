import { useTranslation } from 'react-i18next'
import { keyScopes, type KeyScope } from '../../../../../shared/domain/key-scopes.ts'

const isNamed = (scope: string): scope is KeyScope => (keyScopes as readonly string[]).includes(scope)

/** A scope, or a single right, in words; the name of one that this window does not know. */
export function useScopeWords(): (scope: string) => string {
  const { t } = useTranslation(['gateway', 'capabilities'])
  return (scope) => {
    if (isNamed(scope)) return t(`scope.${scope}.name`)
    const [area = ''] = scope.split('.')
    return `${t(`capabilities:area.${area}` as 'capabilities:area.presence')} · ${t(`capabilities:can.${scope}` as 'capabilities:can.presence.display')}`
  }
}

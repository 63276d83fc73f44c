import { useTranslation } from 'react-i18next'
import type { Definitions } from '../../../stores/definitions.ts'
import type { Item } from './list-view.ts'

/** What an item does, in words. */
export function useDoes(tags: Definitions['tags'], qualifications: Definitions['qualificationTypes']): (item: Item) => string {
  const { t, i18n } = useTranslation('definitions')
  const tagName = (id: string | null): string | null => {
    const tag = tags.find((row) => row.id === id)
    return tag === undefined ? null : i18n.language === 'fr' ? (tag.nameFr ?? tag.name) : tag.name
  }
  const sentences = (item: Item): (string | null)[] => {
    switch (item.list) {
      case 'memberStatuses':
        return [t(`does.admission.${item.admission}`), item.isHidden ? t('does.isHidden') : null]
      case 'memberTypes':
        return [t(item.isFullTime ? 'does.isFullTime' : 'does.isPartTime')]
      case 'badgeStatuses':
        return [t(item.isUsable ? 'does.isUsable' : 'does.isNotUsable')]
      case 'qualificationTypes': {
        const tag = tagName(item.tagId)
        return [item.canReceiveLockup ? t('does.canReceiveLockup') : null, item.isAutomatic ? t('does.isAutomatic') : null, tag === null ? null : t('does.bringsTag', { tag })]
      }
      case 'tags': {
        const codes = qualifications.filter(({ tagId }) => tagId === item.id).map(({ code }) => code)
        return [item.isPositional ? t('does.isPositional') : null, codes.length === 0 ? null : t('does.comesWith', { codes: codes.join(', ') })]
      }
      default:
        return []
    }
  }
  return (item) => sentences(item).filter((sentence) => sentence !== null).join(' ')
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyList } from './list-view.ts'

/** What the list is, and for what. */
export function PanelHeading({ list, count, action }: { list: AnyList; count: number; action: ReactNode }) {
  const { t } = useTranslation('definitions')
  return (
    <div className="flex items-center justify-between gap-4 border-b border-line px-3 py-2">
      <div className="min-w-0">
        <h2 className="text-[15px] font-semibold">
          {t(`list.${list}`)} <span className="font-normal text-ink-muted">{t('count', { count })}</span>
        </h2>
        <p className="text-xs text-ink-muted">{t(`about.${list}`)}</p>
      </div>
      {action}
    </div>
  )
}

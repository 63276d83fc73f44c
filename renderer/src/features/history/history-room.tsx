import { useTranslation } from 'react-i18next'

export function HistoryRoom() {
  const { t } = useTranslation('history')
  return (
    <section aria-labelledby="history-title" className="panel h-full overflow-y-auto">
      <div className="flex h-[51px] flex-none items-center border-b border-line px-3">
        <h1 id="history-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
      </div>
    </section>
  )
}

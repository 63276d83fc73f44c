import { useTranslation } from 'react-i18next'
import { useMuster } from '../../stores/muster.ts'

/** Whatever is opened over a drill says that it is one. */
export function useTitle(): (title: string) => string {
  const { t } = useTranslation('muster')
  const isDrill = useMuster((state) => state.roll?.muster.kind === 'drill')
  return (title) => (isDrill ? t('drill.titled', { title }) : title)
}

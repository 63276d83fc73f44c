import { useTranslation } from 'react-i18next'
import { useSystem } from '../../stores/system.ts'

interface ReaderWords {
  /** False until the first answer: nothing can be said of them. */
  readonly known: boolean
  readonly state: 'ok' | 'attention' | 'unknown'
  readonly text: string
  readonly lastReadAt: string | null
}

/** How the readers are, in words. A keyboard reader cannot tell, so having none set up is no trouble, but no green light either. */
export function useReaderWords(): ReaderWords {
  const { t } = useTranslation('common')
  const readers = useSystem((state) => state.readers)
  const connected = useSystem((state) => state.connected)
  if (readers === null) return { known: false, state: 'unknown', text: t('reader.loading'), lastReadAt: null }
  const ready = readers.filter((reader) => reader.state === 'ready').length
  const lastReadAt = readers.map((reader) => reader.lastReadAt).reduce<string | null>((newest, at) => (at !== null && (newest === null || at > newest) ? at : newest), null)
  if (!connected) return { known: true, state: 'unknown', text: t('reader.unknown'), lastReadAt }
  if (readers.length === 0) return { known: true, state: 'unknown', text: t('reader.none'), lastReadAt }
  if (ready < readers.length) return { known: true, state: 'attention', text: t('reader.trouble', { ready, total: readers.length }), lastReadAt }
  return { known: true, state: 'ok', text: t('reader.ready', { count: ready }), lastReadAt }
}

/** Whether what happens is being written, in words. */
export function useRecordWords(): { readonly state: 'ok' | 'refused' | 'unknown'; readonly text: string } {
  const { t } = useTranslation('common')
  const database = useSystem((state) => state.status?.database.state)
  const connected = useSystem((state) => state.connected)
  if (!connected) return { state: 'refused', text: t('lost.short') }
  if (database === undefined) return { state: 'unknown', text: t('database.loading') }
  return { state: database === 'ready' ? 'ok' : 'refused', text: t(`database.${database}`) }
}

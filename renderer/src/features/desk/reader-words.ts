import { useTranslation } from 'react-i18next'
import { useSystem } from '../../stores/system.ts'

/** How the readers are, in words; a keyboard reader cannot tell, so having none is no trouble. */
export function useReaderWords(): { ok: boolean; text: string; lastReadAt: string | null } {
  const { t } = useTranslation('common')
  const readers = useSystem((state) => state.readers) ?? []
  const ready = readers.filter((reader) => reader.state === 'ready').length
  const lastReadAt = readers.map((reader) => reader.lastReadAt).reduce<string | null>((newest, at) => (at !== null && (newest === null || at > newest) ? at : newest), null)
  if (readers.length === 0) return { ok: true, text: t('reader.none'), lastReadAt }
  if (ready < readers.length) return { ok: false, text: t('reader.trouble', { ready, total: readers.length }), lastReadAt }
  return { ok: true, text: t('reader.ready', { count: ready }), lastReadAt }
}

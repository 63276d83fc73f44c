import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useSystem, type ReaderStatus } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AddReaderDialog } from './add-reader-dialog.tsx'
import { ReaderTable } from './reader-table.tsx'
import { SimulatedReader } from './simulated-reader.tsx'

/** Every reader and how it is; what to do where one does not work. */
export function ReadersRoom() {
  const { t } = useTranslation(['readers', 'common'])
  const readers = useSystem((state) => state.readers)
  const dev = useSystem((state) => state.status?.dev === true)
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<ReaderStatus | null>(null)
  const remove = async (): Promise<void> => {
    if (removing !== null) await api().readers.remove({ id: removing.id })
    setRemoving(null)
  }
  return (
    <div className={`grid h-full gap-3 ${dev ? 'grid-cols-[minmax(0,1fr)_340px]' : ''}`}>
      <section aria-labelledby="readers-title" className="panel">
        <div className="flex items-center justify-between border-b border-line px-3 py-2">
          <h1 id="readers-title" className="text-[15px] font-semibold">
            {t('title')}
          </h1>
          <Button variant="primary" onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
        {readers === null ? null : readers.length === 0 ? (
          <EmptyState title={t('none.title')} text={t('none.text')} action={<Button onPress={() => setAdding(true)}>{t('add')}</Button>} />
        ) : (
          <>
            <ReaderTable readers={readers} onRemove={setRemoving} />
            <p className="mt-auto border-t border-line px-3 py-2 text-xs text-ink-muted">{t('keyboardNote')}</p>
          </>
        )}
      </section>
      {dev ? <SimulatedReader /> : null}
      <AddReaderDialog isOpen={adding} onClose={() => setAdding(false)} />
      <Dialog
        title={t('removeTitle')}
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        size="sm"
        footer={
          <>
            <Button onPress={() => setRemoving(null)}>{t('common:cancel')}</Button>
            <Button variant="danger" onPress={() => void remove()}>
              {t('remove')}
            </Button>
          </>
        }
      >
        <p>{t('removeText', { name: removing?.name ?? '' })}</p>
      </Dialog>
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { isSystem, keyOf, nameIn, type Item } from './list-view.ts'

/** Asks before an item is deleted, or says why it cannot be. */
export function DeleteDialog({ item, count, onClose }: { item: Item; count: number; onClose: (deleted: boolean) => void }) {
  const { t, i18n } = useTranslation(['definitions', 'common'])
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const name = nameIn(item, i18n.language)
  const whyNot = isSystem(item) ? t('remove.system') : count > 0 ? t('remove.used', { count }) : null
  const remove = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const result = await api().definitions.remove({ list: item.list, key: keyOf(item) })
    setBusy(false)
    if (result.ok) onClose(true)
    // The core names the item in English; here it has the name that this window shows.
    else setProblem({ ...result.error, details: { ...result.error.details, name } })
  }
  if (whyNot !== null)
    return (
      <Dialog title={t('remove.whyNot', { name })} isOpen onClose={() => onClose(false)} size="sm" footer={<Button onPress={() => onClose(false)}>{t('common:close')}</Button>}>
        <p className="text-ink">{whyNot}</p>
      </Dialog>
    )
  return (
    <Dialog
      title={t('remove.title', { name })}
      isOpen
      onClose={() => onClose(false)}
      size="sm"
      footer={
        <>
          <Button onPress={() => onClose(false)}>{t('common:cancel')}</Button>
          <Button variant="danger" onPress={() => void remove()}>
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-2 text-ink">
        <p>{t('remove.text')}</p>
        {item.list === 'qualificationTypes' ? <p>{t('remove.grants')}</p> : null}
        {problem === null ? null : (
          <p role="alert" className="text-refused">
            {refusalWords(problem).message} {refusalWords(problem).howToFix}
          </p>
        )}
      </div>
    </Dialog>
  )
}

import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** The next label after one that ends in a number: V-07 is followed by V-08. */
export const nextLabel = (label: string): string => label.replace(/(\d+)(\D*)$/, (_, digits: string, rest: string) => `${String(Number(digits) + 1).padStart(digits.length, '0')}${rest}`)

/** Badges to lend, one after the other: label, number, Enter; the next label suggests itself. */
export function PoolDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['badges', 'common'])
  const [kind, setKind] = useState<'visitor' | 'event'>('visitor')
  const [label, setLabel] = useState('V-01')
  const [serial, setSerial] = useState('')
  const [added, setAdded] = useState<readonly string[]>([])
  const [error, setError] = useState<string>()
  const form = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (serial.trim() === '' || label.trim() === '') return
    const result = await api().badges.addToPool({ kind, badges: [{ serial, label: label.trim() }] })
    if (!result.ok) return setError(`${refusalWords(result.error).message} ${refusalWords(result.error).howToFix}`)
    setError(undefined)
    setAdded([label.trim(), ...added])
    setLabel(nextLabel(label.trim()))
    setSerial('')
  }
  return (
    <Dialog
      title={t('addPool')}
      isOpen
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={serial.trim() === '' || label.trim() === ''}>
            {t('pool.add')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-muted">{t('pool.text')}</p>
        <Segments label={t('pool.kind')} value={kind} onChange={setKind} options={[['visitor', t('pool.visitor')], ['event', t('pool.event')]]} />
        <TextField label={t('pool.label')} value={label} onChange={setLabel} maxLength={30} hint={t('pool.labelHint')} />
        <TextField label={t('pool.serial')} value={serial} onChange={setSerial} maxLength={100} error={error} autoComplete="off" />
        <p role="status" className="text-in">
          {added.length === 0 ? '' : t('pool.added', { count: added.length, labels: added.slice(0, 8).join(', ') })}
        </p>
      </form>
    </Dialog>
  )
}

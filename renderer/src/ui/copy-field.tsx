import { Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** A text that is taken elsewhere as it stands: shown whole, selected by a touch, copied by its button. */
export function CopyField({ label, value, isSecret = false }: { label: string; value: string; isSecret?: boolean }) {
  const { t } = useTranslation('common')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
    } catch {
      // Electron's windows have no right to the clipboard of their own; what is selected can be copied all the same.
      field.current?.select()
      if (!document.execCommand('copy')) return
    }
    setCopied(value)
  }
  const act = t(copied === value ? 'copied' : 'copy')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <span className="flex items-center gap-2">
        <input id={id} ref={field} readOnly value={value} onFocus={(event) => event.target.select()} className={`h-[34px] min-w-0 flex-1 rounded-lg border px-2.5 font-mono text-[13px] ${isSecret ? 'border-attention bg-attention-soft' : 'border-line bg-panel'}`} />
        <Button aria-label={t('copyOf', { act, what: label })} onPress={() => void copy()}>
          <Copy aria-hidden size={15} />
          {act}
        </Button>
      </span>
      <span role="status" className="sr-only">
        {copied === value ? t('copied') : ''}
      </span>
    </div>
  )
}

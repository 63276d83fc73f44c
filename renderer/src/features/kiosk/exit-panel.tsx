import { Delete } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, inElectron } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useKiosk } from '../../stores/kiosk.ts'

const idleMs = 12_000
const keyFace = 'grid h-16 cursor-pointer place-items-center rounded-xl border-2 border-line bg-panel text-2xl font-semibold disabled:opacity-50'

/** Asks for the exit code on a pad of its own: no keyboard is needed, and no badge lands in it. Goes by itself. */
export function ExitPanel({ onClose, onLeft }: { onClose: () => void; onLeft: () => void }) {
  const { t } = useTranslation(['kiosk', 'common'])
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  // The next person's scan comes first.
  useEffect(() => useKiosk.subscribe(({ last }, before) => (last === before.last ? undefined : onClose())), [onClose])
  useEffect(() => {
    const timer = setTimeout(onClose, idleMs)
    return () => clearTimeout(timer)
  }, [code, problem, onClose])

  const leave = async (): Promise<void> => {
    setBusy(true)
    const result = await api().kiosk.leave({ exitCode: code })
    setBusy(false)
    // A browser's kiosk may have been opened by its address: there is nothing to close, and no code to know.
    if (result.ok || (result.error.code === 'kiosk_not_open' && !inElectron)) {
      onLeft()
      return
    }
    const { message, howToFix } = refusalWords(result.error)
    setProblem(`${message} ${howToFix}`)
    setCode('')
  }
  const press = (digit: string): void => {
    setProblem(undefined)
    setCode((before) => (before + digit).slice(0, 12))
  }
  return (
    <dialog ref={dialog} aria-labelledby="exit-title" onCancel={onClose} className="m-auto w-[400px] rounded-2xl border-2 border-line bg-ground p-6 text-ink backdrop:bg-black/60">
      <h2 id="exit-title" className="text-2xl font-bold">
        {t('exit.title')}
      </h2>
      <p className="mt-1 text-base text-ink-muted">{t('exit.text')}</p>
      <p role="status" aria-label={t('exit.entered', { count: code.length })} className="mt-4 h-10 text-center text-3xl tracking-[0.4em]">
        {'●'.repeat(code.length)}
      </p>
      <p role="alert" className="min-h-12 text-base text-refused">
        {problem}
      </p>
      <div className="grid grid-cols-3 gap-2">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
          <button key={digit} type="button" className={keyFace} onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" aria-label={t('exit.back')} className={keyFace} onClick={() => setCode((before) => before.slice(0, -1))}>
          <Delete aria-hidden size={28} />
        </button>
        <button type="button" className={keyFace} onClick={() => press('0')}>
          0
        </button>
        <button type="button" className={`${keyFace} border-out! bg-out! text-on-action`} disabled={busy || code.length < 6} onClick={() => void leave()}>
          {t('exit.leave')}
        </button>
      </div>
      <button type="button" className={`${keyFace} mt-2 w-full text-lg`} onClick={onClose}>
        {t('common:cancel')}
      </button>
    </dialog>
  )
}

import { Delete, Nfc } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../shared/contract/kit.ts'
import { api, inElectron } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useKiosk } from '../../stores/kiosk.ts'
import { useSystem } from '../../stores/system.ts'

const idleMs = 12_000
const keyFace = 'grid h-16 cursor-pointer place-items-center rounded-xl border-2 border-line bg-panel text-2xl font-semibold disabled:cursor-default disabled:opacity-50'

interface Props {
  readonly stationId: string
  readonly onClose: () => void
  readonly onLeft: () => void
  /** The readers are being tested, until then. */
  readonly onTest: (until: string) => void
}

/**
 * Badge and PIN of one who may, or the exit code where one was chosen (screens.md W-15): on a pad of its own, so that no
 * keyboard is needed and no badge lands in it. Goes by itself.
 */
export function ExitPanel({ stationId, onClose, onLeft, onTest }: Props) {
  const { t } = useTranslation(['kiosk', 'common'])
  const hasCode = useSystem((state) => state.kioskHasCode)
  const [keeper, setKeeper] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const hasPad = keeper !== null || hasCode

  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  // The badge of one who may leave signs nobody in or out while this is open.
  useEffect(() => {
    void api().kiosk.awaitKeeper({ stationId })
    const stop = api().kiosk.on.keeperRead((read) => {
      if (read.stationId !== stationId) return
      setKeeper(read.displayName)
      setCode('')
      setProblem(undefined)
    })
    return () => {
      stop()
      void api().kiosk.cancelKeeper({ stationId })
    }
  }, [stationId])
  // The next person's scan comes first; the badge that was held up for the panel is nobody's.
  useEffect(() => useKiosk.subscribe(({ last }, before) => (last === before.last || last[0]?.outcome === 'sign_in_badge' ? undefined : onClose())), [onClose])
  useEffect(() => {
    const timer = setTimeout(onClose, idleMs)
    return () => clearTimeout(timer)
  }, [code, problem, keeper, onClose])

  async function ask<T>(act: (given: { exitCode?: string; pin?: string; stationId: string }) => Promise<Result<T>>, done: (value: T) => void, passes: (code: string) => boolean = () => false): Promise<void> {
    setBusy(true)
    const result = await act({ ...(keeper === null ? { exitCode: code } : { pin: code }), stationId })
    setBusy(false)
    if (result.ok) return done(result.value)
    if (passes(result.error.code)) return onLeft()
    const { message, howToFix } = refusalWords(result.error)
    setProblem(`${message} ${howToFix}`)
    setCode('')
    if (result.error.code === 'badge_needed') setKeeper(null)
  }
  // A browser's kiosk may have been opened by its address: there is nothing to close, and no code to know.
  const leave = (): Promise<void> => ask((given) => api().kiosk.leave(given), onLeft, (refused) => refused === 'kiosk_not_open' && !inElectron)
  const test = (): Promise<void> => ask((given) => api().readers.startTest(given), ({ until }) => onTest(until))
  const press = (digit: string): void => {
    setProblem(undefined)
    setCode((before) => (before + digit).slice(0, 12))
  }
  const short = busy || code.length < 6
  return (
    <dialog ref={dialog} aria-labelledby="exit-title" onCancel={onClose} className="m-auto w-[420px] rounded-2xl border-2 border-line bg-ground p-6 text-ink backdrop:bg-black/60">
      <h2 id="exit-title" className="text-2xl font-bold">
        {t('exit.title')}
      </h2>
      <p role="status" className="mt-1 flex items-center gap-3 text-base text-ink-muted">
        {keeper === null ? <Nfc aria-hidden size={32} className="flex-none text-out" /> : null}
        {keeper === null ? t(hasCode ? 'exit.badgeOrCode' : 'exit.badge') : t('exit.pinOf', { name: keeper })}
      </p>
      {hasPad ? (
        <p role="status" aria-label={t('exit.entered', { count: code.length })} className="mt-3 h-10 text-center text-3xl tracking-[0.4em]">
          {'●'.repeat(code.length)}
        </p>
      ) : null}
      <p role="alert" className="min-h-12 text-base text-refused">
        {problem}
      </p>
      {hasPad ? (
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
          <button type="button" className={`${keyFace} border-out! bg-out! text-on-action`} disabled={short} onClick={() => void leave()}>
            {t('exit.leave')}
          </button>
        </div>
      ) : null}
      <div className={`mt-2 grid gap-2 ${hasPad ? 'grid-cols-2' : ''}`}>
        {hasPad ? (
          <button type="button" className={`${keyFace} text-lg!`} disabled={short} onClick={() => void test()}>
            {t('exit.test')}
          </button>
        ) : null}
        <button type="button" className={`${keyFace} text-lg!`} onClick={onClose}>
          {t('common:cancel')}
        </button>
      </div>
    </dialog>
  )
}

import { IdCard } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useSignInBadge } from '../../stores/sign-in-badge.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface Badge {
  /** What was typed; undefined = the one that was held to the reader. */
  readonly serial: string | undefined
  readonly isKnown: boolean
}

interface Props {
  readonly onBadge: (badge: Badge) => void
  readonly autoFocus?: boolean
}

/** The badge as the name one signs in by: held to this desk's reader, where it moves nobody, or typed. */
export function BadgeStep({ onBadge, autoFocus = false }: Props) {
  const { t } = useTranslation('accounts')
  const tail = useSignInBadge((state) => state.tail)
  const [waits, setWaits] = useState(true)
  const [typed, setTyped] = useState('')
  const [round, setRound] = useState(0)

  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    useSignInBadge.setState({ tail: null })
    setWaits(true)
    const wait = async (): Promise<void> => {
      const result = await api().accounts.awaitBadge({})
      if (over) return
      if (result.ok) timer = setTimeout(() => setWaits(false), 30_000)
      else setWaits(false)
    }
    void wait()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [round])
  useEffect(() => {
    onBadge(tail === null ? { serial: typed.trim() === '' ? undefined : typed, isKnown: typed.trim() !== '' } : { serial: undefined, isKnown: true })
  }, [onBadge, tail, typed])

  if (tail !== null) {
    return (
      <p role="status" className="flex items-center gap-3 rounded-lg border border-in bg-in-soft px-3 py-2 text-in">
        <IdCard aria-hidden size={20} />
        <span className="flex-1">{t('badgeRead', { tail })}</span>
        <Button size="sm" onPress={() => setRound((before) => before + 1)}>
          {t('otherBadge')}
        </Button>
      </p>
    )
  }
  return (
    <div className="grid gap-3">
      <p role="status" className="flex items-center gap-3 rounded-lg border border-line bg-chip px-3 py-2">
        <IdCard aria-hidden size={20} className={waits ? 'text-out' : 'text-ink-muted'} />
        <span className="flex-1">{waits ? t('holdBadge') : t('noBadge')}</span>
        {waits ? null : (
          <Button size="sm" onPress={() => setRound((before) => before + 1)}>
            {t('waitAgain')}
          </Button>
        )}
      </p>
      <TextField label={t('badgeNumber')} value={typed} onChange={setTyped} autoFocus={autoFocus} autoComplete="off" hint={t('badgeNumberHint')} />
    </div>
  )
}

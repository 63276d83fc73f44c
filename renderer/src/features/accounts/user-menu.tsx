import { CircleUser, LockKeyhole } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { levelName, useSession } from '../../stores/session.ts'
import { openDialog } from './dialog-store.ts'

const bar = 'flex h-8 max-w-full min-w-0 cursor-pointer items-center gap-2 rounded-lg border border-brand-ink/30 px-2.5'

/** Who is at the desk: signs in, locks, hands over to another person and signs out. */
export function UserMenu() {
  const { t } = useTranslation('accounts')
  const session = useSession((state) => state.state?.session)
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    menu.current?.querySelector('button')?.focus()
    const onPointer = (event: PointerEvent): void => {
      if (!menu.current?.contains(event.target as Node) && !button.current?.contains(event.target as Node)) setOpen(false)
    }
    window.addEventListener('pointerdown', onPointer)
    return () => window.removeEventListener('pointerdown', onPointer)
  }, [open])

  if (session == null) {
    return (
      <button type="button" className={`${bar} font-semibold whitespace-nowrap`} onClick={() => openDialog('signIn')}>
        <CircleUser aria-hidden size={17} />
        {t('title')}
      </button>
    )
  }
  if (session.locked) {
    return (
      <button type="button" className={`${bar} border-brand-ink font-semibold`} onClick={() => openDialog('unlock')} title={session.displayName}>
        <LockKeyhole aria-hidden size={16} />
        {t('locked.unlock')}
      </button>
    )
  }
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const items = [
    ['lock', () => void api().accounts.lock({})],
    ['switch', () => openDialog('signIn')],
    ['change', () => openDialog('changePin')],
    ['signOut', () => void api().accounts.signOut({})],
  ] as const
  const move = (event: React.KeyboardEvent): void => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])]
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (event.key === 'ArrowDown') buttons[(here + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons[(here - 1 + buttons.length) % buttons.length]?.focus()
    else return
    event.preventDefault()
  }
  return (
    <div className="relative min-w-26 shrink-[0.1]">
      <button ref={button} type="button" className={bar} aria-haspopup="menu" aria-expanded={open} title={session.displayName} onClick={() => setOpen(!open)}>
        <CircleUser aria-hidden size={17} className="flex-none" />
        <span className="truncate">{session.displayName}</span>
      </button>
      {open ? (
        <div ref={menu} role="menu" tabIndex={-1} aria-label={session.displayName} onKeyDown={move} className="absolute right-0 z-50 mt-1 grid w-60 gap-0.5 rounded-lg border border-line bg-panel p-1.5 text-ink shadow-lg">
          <p className="px-2.5 py-1.5 text-xs text-ink-muted">
            <b className="block truncate text-sm text-ink">{session.displayName}</b>
            {t(`level.${levelName(session.level)}`)}
          </p>
          {items.map(([name, act]) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              className="cursor-pointer rounded-md px-2.5 py-1.5 text-left hover:bg-chip focus-visible:bg-chip"
              onClick={() => {
                close()
                act()
              }}
            >
              {t(`menu.${name}`)}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

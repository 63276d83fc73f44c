import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useEventWords, useRoles } from './words.ts'

interface Props {
  readonly roles: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}

const most = 20

/** An event’s own roles, one after the other: type, Enter. Without any, people have the unit’s. */
export function RolesField({ roles, onChange }: Props) {
  const { t } = useTranslation('events')
  const { role } = useEventWords()
  const unit = useRoles(null)
  const hint = useId()
  const [text, setText] = useState('')
  const add = (): void => {
    const name = text.trim()
    setText('')
    if (name !== '' && !roles.includes(name)) onChange([...roles, name])
  }
  return (
    <fieldset className="grid gap-1.5" aria-describedby={hint}>
      <legend className="mb-1 text-sm font-medium">{t('field.roles')}</legend>
      {roles.length === 0 ? null : (
        <ul className="flex flex-wrap gap-1.5">
          {roles.map((name) => (
            <li key={name} className="flex max-w-full items-center gap-1 rounded-md bg-chip py-0.5 pr-0.5 pl-2 text-sm">
              <span className="min-w-0 wrap-break-word">{name}</span>
              <button type="button" aria-label={t('field.roleRemove', { role: name })} onClick={() => onChange(roles.filter((other) => other !== name))} className="grid size-6 flex-none cursor-pointer place-items-center rounded text-ink-muted hover:bg-panel hover:text-ink">
                <X aria-hidden size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {roles.length >= most ? null : (
        <div className="flex gap-2">
          <input
            aria-label={t('field.roles')}
            placeholder={t('field.rolePlaceholder')}
            maxLength={100}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || text.trim() === '') return
              // Adds the role and does not send the form.
              event.preventDefault()
              add()
            }}
            className="h-[38px] min-w-0 flex-1 rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out"
          />
          <Button className="h-[38px]" onPress={add}>{t('field.roleAdd')}</Button>
        </div>
      )}
      <p id={hint} className="text-xs text-ink-muted">
        {roles.length > 0 ? t('field.rolesSome') : t('field.rolesNone', { roles: unit.map(role).join(', ') })}
      </p>
    </fieldset>
  )
}

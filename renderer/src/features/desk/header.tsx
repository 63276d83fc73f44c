import { Search } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { themes, usePreferences, type Theme } from '../../stores/preferences.ts'
import { useRoom } from '../../stores/room.ts'
import { useStationName } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { leave } from '../../stores/unsaved.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { useNow, useTimes } from '../../ui/time.ts'
import { UserMenu } from '../accounts/user-menu.tsx'
import { EmergencyButton } from '../muster/emergency-button.tsx'
import { insideGridId } from './inside-order.ts'
import { useReaderWords, useRecordWords } from './reader-words.ts'

function Clock() {
  const { time } = useTimes()
  return <span className="text-xl font-semibold">{time(useNow(1000))}</span>
}

/** The dark bar: who we are, whom we look for, and whether everything works. */
export function Header({ findField }: { findField: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation(['common', 'desk'])
  const status = useSystem((state) => state.status)
  const nameOf = useStationName()
  const find = useRoom((state) => state.find)
  const { language, theme } = usePreferences()
  const readers = useReaderWords()
  const record = useRecordWords()
  return (
    <header className="col-span-2 flex items-center gap-4 bg-brand px-4 text-brand-ink">
      <p className="flex min-w-0 flex-auto items-baseline gap-4">
        <b className="min-w-24 truncate text-[15px] tracking-wide" title={status?.unit.name}>
          {status?.unit.name ?? t('common:appName')}
        </b>
        {/* Gives way before the unit's name does. */}
        <span className="hidden min-w-0 shrink-[999] truncate opacity-85 min-[1400px]:inline">
          {t('desk:title')}
          {status === null ? null : ` · ${nameOf(status.stationId, status.stationName)}`}
        </span>
      </p>
      <label className="flex h-9 w-72 min-w-40 shrink-[9999] items-center gap-2 rounded-lg border border-brand-ink/30 bg-brand-ink/10 px-3 focus-within:border-brand-ink">
        <Search aria-hidden size={16} />
        <input
          ref={findField}
          type="search"
          aria-label={t('desk:findLabel')}
          aria-keyshortcuts="F2"
          placeholder={t('desk:find')}
          value={find}
          onChange={({ target: { value } }) => leave(() => useRoom.setState({ find: value, room: 'desk' }))}
          onKeyDown={(event) => {
            if (event.key === 'Escape') useRoom.setState({ find: '' })
            // From what is looked for straight to who was found.
            if (event.key === 'ArrowDown' || event.key === 'Enter') document.getElementById(insideGridId)?.focus()
          }}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-brand-ink/80 [&::-webkit-search-cancel-button]:hidden"
        />
        <Kbd>F2</Kbd>
      </label>
      <EmergencyButton />
      <Lamp state={readers.state}>{readers.text}</Lamp>
      <Lamp state={record.state}>{record.text}</Lamp>
      <UserMenu />
      <select
        aria-label={t('common:theme.label')}
        value={theme}
        onChange={(event) => usePreferences.setState({ theme: event.target.value as Theme })}
        className="h-8 rounded-lg border border-brand-ink/30 bg-brand px-1.5 text-brand-ink"
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {t(`common:theme.${name}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        lang={language === 'en' ? 'fr-CA' : 'en-CA'}
        title={t('common:languageLabel')}
        onClick={() => usePreferences.setState({ language: language === 'en' ? 'fr' : 'en' })}
        className="h-8 cursor-pointer rounded-lg border border-brand-ink/30 px-2.5"
      >
        {t('common:language')}
      </button>
      <Clock />
    </header>
  )
}

import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { openVisitorDialog, useVisitors, visitorSections, type VisitorSection } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { ExpectedSection } from './expected-section.tsx'
import { HistorySection } from './history-section.tsx'
import { InsideSection } from './inside-section.tsx'
import { PassesSection } from './passes-section.tsx'

const sectionOf: Record<VisitorSection, () => React.ReactNode> = { inside: InsideSection, expected: ExpectedSection, history: HistorySection, passes: PassesSection }

/** Who is visiting, who is expected, who was here, and where the passes are (screens.md W-2, P0-3). */
export function VisitorsRoom() {
  const { t } = useTranslation('visitors')
  const section = useVisitors((state) => state.section)
  const count = usePresence((state) => state.snapshot?.counts.visitors)
  const Current = sectionOf[section]
  return (
    <section aria-labelledby="visitors-title" className="panel h-full">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="visitors-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
        <Segments
          label={t('sections')}
          value={section}
          onChange={(next) => useVisitors.setState({ section: next })}
          options={visitorSections.map((name) => [name, name === 'inside' && count !== undefined ? `${t('section.inside')} ${count}` : t(`section.${name}`)] as const)}
        />
        <span className="flex-1" />
        <Button onPress={() => openVisitorDialog({ kind: 'expect' })}>{t('expect.open')}</Button>
        <Button variant="primary" shortcut="F3" onPress={() => openVisitorDialog({ kind: 'signIn' })}>
          <UserPlus aria-hidden size={16} />
          {t('signIn.open')}
        </Button>
      </div>
      <Current />
    </section>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../../ui/segments.tsx'
import { FilePanel } from './file-panel.tsx'
import { LogPanel } from './log-panel.tsx'
import { MeasuresPanel } from './measures-panel.tsx'

const parts = ['measures', 'log', 'file'] as const
type Part = (typeof parts)[number]
const panels = { measures: MeasuresPanel, log: LogPanel, file: FilePanel } as const satisfies Record<Part, unknown>

/** How Sentinel itself is doing: measures of the last hours, its log, and a file of both for whoever helps (issue 8). */
export function SystemSection() {
  const { t } = useTranslation('diagnostics')
  const [part, setPart] = useState<Part>('measures')
  const Panel = panels[part]
  return (
    <section aria-labelledby="system-title" className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-4 border-b border-line px-3 py-2">
        <div className="grid flex-1 gap-1">
          <h2 id="system-title" className="text-[15px] font-semibold">
            {t('title')}
          </h2>
          <p className="text-ink-muted">{t(`about.${part}`)}</p>
        </div>
        <Segments label={t('parts')} value={part} onChange={setPart} options={parts.map((name) => [name, t(`part.${name}`)] as const)} />
      </div>
      <Panel />
    </section>
  )
}

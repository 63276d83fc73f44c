import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDefinitions } from '../../../stores/definitions.ts'
import { CellSelect } from '../../../ui/cell-select.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { VirtualTable } from '../../../ui/virtual-table.tsx'
import type { DivisionChoice, Preview } from './choices.ts'
import { setChoices, useWizard } from './wizard-store.ts'

type Said = Preview['divisions'][number]

const isNew = '+'
const isNone = '-'

/** What the file's divisions mean: one that the desk has, a new one, or none. */
export function DivisionTable({ divisions }: { divisions: Preview['divisions'] }) {
  const { t } = useTranslation('roll')
  const known = useDefinitions((state) => state.definitions?.divisions ?? [])
  const chosen = useWizard((state) => state.choices.divisions)
  const choose = (text: string, choice: DivisionChoice): void => setChoices({ divisions: new Map([...chosen, [text, choice]]) })
  // What needs a look comes first, and stays there whatever is chosen for it.
  const isKnown = ({ text }: Said): boolean => known.some(({ code }) => code === text.trim().toUpperCase())
  const ordered = [...divisions.filter((said) => !isKnown(said)), ...divisions.filter(isKnown)]
  const meansOf = ({ text, code, isNew: fresh }: Said): string => (chosen.get(text)?.code === null ? isNone : code === null ? '' : fresh ? isNew : code)
  return (
    <>
      <p className="border-b border-line px-3 py-1.5 text-ink-muted">{t('divisions.text')}</p>
      <VirtualTable
        label={t('part.divisions')}
        rows={ordered}
        rowKey={({ text }) => text}
        columns={[
          { key: 'said', title: t('divisions.said'), width: 'minmax(90px,1fr)', renderCell: ({ text }) => <b className="font-semibold">{text}</b> },
          { key: 'rows', title: t('divisions.rows'), width: '64px', renderCell: ({ rows }) => rows },
          {
            key: 'means',
            title: t('divisions.means'),
            width: 'minmax(200px,1fr)',
            renderCell: (said) => {
              const value = meansOf(said)
              return (
                <CellSelect
                  label={t('divisions.meansOf', { text: said.text })}
                  value={value}
                  onChange={(means) => choose(said.text, { code: means === isNone ? null : means === isNew ? (said.isNew ? said.code : newCode(said.text)) : means, name: null })}
                  options={[...(value === '' ? [['', '–'] as const] : []), ...known.map(({ code, name }) => [code, `${code} · ${name}`] as const), [isNew, t('divisions.new')], [isNone, t('divisions.none')]]}
                />
              )
            },
          },
          {
            key: 'new',
            title: t('divisions.new'),
            width: 'minmax(240px,1.4fr)',
            renderCell: (said) =>
              said.isNew && said.code !== null ? (
                <span className="flex gap-2">
                  <CellText label={t('divisions.code', { text: said.text })} value={said.code} maxLength={20} width="w-24" onCommit={(code) => choose(said.text, { code: code.toUpperCase(), name: chosen.get(said.text)?.name ?? null })} />
                  <CellText label={t('divisions.name', { text: said.text })} value={said.name} maxLength={100} width="flex-1" onCommit={(name) => choose(said.text, { code: said.code, name })} />
                </span>
              ) : said.code === null ? (
                <Chip tone="attention">{chosen.get(said.text)?.code === null ? t('divisions.none') : t('divisions.impossible')}</Chip>
              ) : null,
          },
        ]}
      />
    </>
  )
}

/** A first suggestion for a text that is too long to be a code. */
const newCode = (text: string): string => text.trim().toUpperCase().slice(0, 20).trim()

interface CellTextProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly width: string
  readonly onCommit: (value: string) => void
}

/** A line of text in a row; it counts when one leaves it or presses Enter. */
function CellText({ label, value, maxLength, width, onCommit }: CellTextProps) {
  const [draft, setDraft] = useState<string>()
  const commit = (): void => {
    const text = draft?.trim() ?? ''
    setDraft(undefined)
    if (text !== '' && text !== value) onCommit(text)
  }
  return (
    <input
      aria-label={label}
      title={label}
      value={draft ?? value}
      maxLength={maxLength}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
      className={`h-[28px] min-w-0 rounded-lg border border-line bg-panel px-2 ${width}`}
    />
  )
}

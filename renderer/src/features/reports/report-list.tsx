import { Bookmark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useSession } from '../../stores/session.ts'
import { forgetOutcome } from './report-run.ts'
import { chooseEntry, choosePreset, dayFile, groups, mayRead, showPreview, useReportView, type Entry, type Preset } from './report-view.ts'

const presetKey = (id: string): string => `preset ${id}`
const entries = groups.flatMap(([, names]): readonly Entry[] => names)

/** Every report that the person may have, saved ones on top. One stop for Tab; the arrows choose, Enter shows. */
export function ReportList({ presets }: { presets: readonly Preset[] }) {
  const { t } = useTranslation('reports')
  const { chosen, presetId } = useReportView()
  // Who has signed in or became DDS may read more.
  useSession()
  const choose = (key: string): void => {
    forgetOutcome()
    const preset = presets.find(({ id }) => presetKey(id) === key)
    const entry = entries.find((name) => name === key)
    if (preset !== undefined) void choosePreset(preset)
    else if (entry !== undefined) chooseEntry(entry)
  }
  return (
    <ListBox
      aria-label={t('list')}
      autoFocus
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[presetId === null ? chosen : presetKey(presetId)]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (keys !== 'all' && key !== undefined) choose(String(key))
      }}
      onAction={() => chosen !== dayFile && void showPreview()}
      className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto p-2 outline-none"
    >
      {presets.length === 0 ? null : (
        <ListBoxSection id="group presets">
          <GroupTitle words={t('groups.presets')} />
          {presets.map(({ id, name }) => (
            <Item key={id} id={presetKey(id)} words={name} isSaved />
          ))}
        </ListBoxSection>
      )}
      {groups.map(([group, names]) => {
        const readable = names.filter(mayRead)
        return readable.length === 0 ? null : (
          <ListBoxSection key={group} id={`group ${group}`}>
            <GroupTitle words={t(`groups.${group}`)} />
            {readable.map((name) => (
              <Item key={name} id={name} words={t(`kind.${name}.title`)} />
            ))}
          </ListBoxSection>
        )
      })}
    </ListBox>
  )
}

const GroupTitle = ({ words }: { words: string }) => <Header className="label-caps px-2.5 pb-1">{words}</Header>

const Item = ({ id, words, isSaved = false }: { id: string; words: string; isSaved?: boolean }) => (
  <ListBoxItem id={id} textValue={words} className="flex min-h-[30px] cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 -outline-offset-2! hover:bg-chip data-selected:bg-out-soft data-selected:font-semibold data-selected:text-out">
    {isSaved ? <Bookmark aria-hidden size={14} className="flex-none" /> : null}
    <span className="min-w-0 wrap-break-word">{words}</span>
  </ListBoxItem>
)

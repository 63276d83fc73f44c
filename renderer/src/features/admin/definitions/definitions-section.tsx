import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDefinitions, type Definitions } from '../../../stores/definitions.ts'
import { countOf, groups, type AnyList } from './list-view.ts'
import { ListPanel } from './list-panel.tsx'
import { RankPanel } from './rank-panel.tsx'

/** Every list that an administrator keeps: chosen on the left, read and changed on the right. */
export function DefinitionsSection() {
  const { t } = useTranslation('common')
  const definitions = useDefinitions((state) => state.definitions)
  const [chosen, setChosen] = useState<AnyList>('memberStatuses')
  if (definitions === null)
    return (
      <p role="status" className="p-3 text-ink-muted">
        {t('loading')}
      </p>
    )
  return (
    <div className="grid h-full min-h-0 grid-cols-[188px_minmax(0,1fr)]">
      <ListOfLists definitions={definitions} chosen={chosen} onChoose={setChosen} />
      {chosen === 'ranks' ? <RankPanel definitions={definitions} /> : <ListPanel key={chosen} list={chosen} definitions={definitions} />}
    </div>
  )
}

interface Props {
  readonly definitions: Definitions
  readonly chosen: AnyList
  readonly onChoose: (list: AnyList) => void
}

function ListOfLists({ definitions, chosen, onChoose }: Props) {
  const { t } = useTranslation('definitions')
  return (
    <nav aria-label={t('lists')} className="overflow-y-auto border-r border-line py-2">
      {groups.map(([group, lists]) => (
        <div key={group} className="mb-2">
          <p className="label-caps px-3 py-1">{t(`group.${group}`)}</p>
          <ul>
            {lists.map((list) => (
              <li key={list}>
                <button
                  type="button"
                  aria-current={list === chosen ? 'true' : undefined}
                  onClick={() => onChoose(list)}
                  className={`flex min-h-[32px] w-full cursor-pointer items-center justify-between gap-2 px-3 py-1 text-left -outline-offset-2! ${list === chosen ? 'bg-out-soft font-semibold text-out' : 'hover:bg-chip'}`}
                >
                  {t(`list.${list}`)}
                  <span className={`text-xs ${list === chosen ? '' : 'text-ink-muted'}`}>{countOf(definitions, list)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

import { ArrowDown, ArrowUp, Lock, Pencil, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListName } from '../../../../../shared/domain/definitions.ts'
import type { Definitions } from '../../../stores/definitions.ts'
import { DefinitionChip } from '../../../ui/definition-chip.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useRowMoves } from '../../../ui/use-row-moves.ts'
import { useDoes } from './use-does.ts'
import { frenchOf, isSystem, keyOf, nameIn, type Item } from './list-view.ts'

export const cell = 'border-b border-line px-3 py-1.5 text-left align-middle'

const doesSomething: readonly ListName[] = ['memberStatuses', 'memberTypes', 'badgeStatuses', 'qualificationTypes', 'tags']

interface Props {
  readonly region: RefObject<HTMLDivElement | null>
  readonly list: ListName
  readonly items: readonly Item[]
  readonly tags: Definitions['tags']
  readonly qualifications: Definitions['qualificationTypes']
  /** Null while they are being counted. */
  readonly counts: ReadonlyMap<string, number> | null
  /** Null = the list has no order of its own. */
  readonly onMove: ((item: Item, by: -1 | 1) => boolean) | null
  readonly onEdit: (item: Item) => void
  readonly onDelete: (item: Item) => void
}

export function ItemTable({ region, list, items, tags, qualifications, counts, onMove, onEdit, onDelete }: Props) {
  const { t, i18n } = useTranslation('definitions')
  const does = useDoes(tags, qualifications)
  const { body, move, onKeyDown } = useRowMoves(items, onMove)
  const hasChip = items.some((item) => 'chipColor' in item)
  const hasCode = items.some((item) => 'code' in item)
  return (
    <div ref={region} role="region" aria-label={t(`list.${list}`)} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
      <table className="w-full border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-panel">
          <tr className="label-caps whitespace-nowrap">
            {onMove === null ? null : (
              <th scope="col" className={`${cell} w-[68px]`}>
                {t('column.order')}
              </th>
            )}
            <th scope="col" className={cell}>
              {t('column.name')}
            </th>
            {hasChip ? (
              <th scope="col" className={cell}>
                {t('column.chip')}
              </th>
            ) : null}
            {hasCode ? (
              <th scope="col" className={cell}>
                {t('column.code')}
              </th>
            ) : null}
            <th scope="col" className={`${cell} w-full`}>
              {t(doesSomething.includes(list) ? 'column.does' : 'column.description')}
            </th>
            <th scope="col" className={cell}>
              {t('column.used')}
            </th>
            <th scope="col" className={cell}>
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {items.map((item, index) => {
            const key = keyOf(item)
            const name = nameIn(item, i18n.language)
            const count = counts?.get(key) ?? 0
            return (
              <tr key={key} onKeyDown={(event) => onKeyDown(event, item)} className="hover:bg-chip/60">
                {onMove === null ? null : (
                  <td className={`${cell} whitespace-nowrap`}>
                    <IconButton label={t('upNamed', { name })} data-control={`up ${key}`} isIdle={index === 0} onPress={() => move(item, -1, `up ${key}`)}>
                      <ArrowUp aria-hidden size={15} />
                    </IconButton>
                    <IconButton label={t('downNamed', { name })} data-control={`down ${key}`} isIdle={index === items.length - 1} onPress={() => move(item, 1, `down ${key}`)}>
                      <ArrowDown aria-hidden size={15} />
                    </IconButton>
                  </td>
                )}
                <td className={`${cell} min-w-52`}>
                  <b className="font-semibold">{item.name}</b>
                  {frenchOf(item) === null ? null : (
                    <span lang="fr-CA" className="block text-xs text-ink-muted">
                      {frenchOf(item)}
                    </span>
                  )}
                </td>
                {hasChip ? (
                  <td className={`${cell} max-w-52 whitespace-nowrap`}>
                    {'chipColor' in item ? (
                      <DefinitionChip color={item.chipColor} variant={item.chipVariant}>
                        {name}
                      </DefinitionChip>
                    ) : null}
                  </td>
                ) : null}
                {hasCode ? <td className={`${cell} font-mono text-xs whitespace-nowrap`}>{'code' in item ? item.code : ''}</td> : null}
                <td className={cell}>
                  {does(item)}
                  {item.description === null ? null : <span className="block text-xs text-ink-muted">{item.description}</span>}
                </td>
                <td className={`${cell} whitespace-nowrap ${count === 0 ? 'text-ink-muted' : ''}`}>{counts === null ? '…' : count === 0 ? t('unused') : count}</td>
                <td className={`${cell} whitespace-nowrap`}>
                  <IconButton label={t('editNamed', { name })} data-control={`edit ${key}`} onPress={() => onEdit(item)}>
                    <Pencil aria-hidden size={15} />
                  </IconButton>
                  <IconButton label={t(isSystem(item) ? 'lockedNamed' : 'deleteNamed', { name })} data-control={`delete ${key}`} onPress={() => onDelete(item)}>
                    {isSystem(item) ? <Lock aria-hidden size={14} /> : <Trash2 aria-hidden size={15} />}
                  </IconButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

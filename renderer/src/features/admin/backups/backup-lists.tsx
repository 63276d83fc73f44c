import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { backups } from '../../../../../shared/contract/backups.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { useSizeWords } from '../../../ui/use-size-words.ts'
import { RestoreDialog, type Chosen } from './restore-dialog.tsx'

type Lists = OutputOf<typeof backups.list>
type Row = Lists['here'][number] & { readonly path?: string; readonly otherDesk?: boolean }

/** Backups on this PC and away from it, newest first; each can be restored. */
export function BackupLists({ second, changes }: { second: string | null; changes: number }) {
  const { t } = useTranslation('backups')
  const [typed, setTyped] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const { value, problem } = useFetched(() => api().backups.list({ folder }), `${folder ?? ''} ${second ?? ''}`, [changes])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const choose = ({ name, path, madeAt }: Row): void => setChosen({ madeAt, ...(path === undefined ? { name } : { path }) })
  const place = folder ?? second
  return (
    <div tabIndex={0} role="region" aria-label={t('title')} className="grid content-start gap-4 overflow-auto p-3">
      <Refusal of={problem} />
      <Table title={t('list.here')} rows={value?.here ?? []} onChoose={choose} />
      {place === null ? null : value?.awayUnreadable === true ? (
        <p role="alert" className="text-refused">
          {t('list.unreadable')}
        </p>
      ) : (
        <Table title={folder === null ? t('list.away') : folder} rows={value?.away ?? []} onChoose={choose} />
      )}
      <form
        className="flex max-w-2xl items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          setFolder(typed.trim() === '' ? null : typed.trim())
        }}
      >
        <TextField label={t('list.elsewhere')} value={typed} onChange={setTyped} autoComplete="off" />
        <Button type="submit">{t('list.show')}</Button>
      </form>
      {chosen === null ? null : <RestoreDialog chosen={chosen} onClose={() => setChosen(null)} />}
    </div>
  )
}

function Table({ title, rows, onChoose }: { title: string; rows: readonly Row[]; onChoose: (row: Row) => void }) {
  const { t } = useTranslation('backups')
  const { moment, locale } = useTimes()
  const size = useSizeWords()
  const count = new Intl.NumberFormat(locale)
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold break-all">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-ink-muted">{t('list.nothing')}</p>
      ) : (
        <table aria-label={title} className="w-full border-collapse">
          <thead>
            <tr className="label-caps h-8 border-b border-line text-left">
              {(['made', 'kind', 'rows', 'size', 'proved', 'act'] as const).map((column) => (
                <th key={column} scope="col" className="px-2 font-semibold">
                  {t(`list.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.path ?? row.name} className="h-[35px] border-b border-line">
                <td className="px-2 whitespace-nowrap">{moment(row.madeAt)}</td>
                <td className="px-2">
                  {t(`list.kind.${row.kind}`)}
                  {row.otherDesk === true ? ` · ${t('list.otherDesk')}` : ''}
                </td>
                <td className="px-2 tabular-nums">{row.rows === null ? '–' : count.format(row.rows)}</td>
                <td className="px-2 whitespace-nowrap">{row.bytes === null ? '–' : size(row.bytes)}</td>
                <td className={`px-2 font-semibold ${row.verified ? 'text-in' : 'text-ink-muted'}`}>{t(row.verified ? 'list.yes' : 'list.no')}</td>
                <td className="px-2 py-1">
                  <Button aria-label={t('list.restoreOf', { at: moment(row.madeAt) })} onPress={() => onChoose(row)}>
                    {t('list.restore')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

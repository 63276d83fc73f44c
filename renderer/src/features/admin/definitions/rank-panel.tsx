import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Definitions } from '../../../stores/definitions.ts'
import { Segments } from '../../../ui/segments.tsx'
import { cell } from './item-table.tsx'
import { PanelHeading } from './panel-heading.tsx'
import { UsageProblem } from './usage-problem.tsx'
import { useUsage } from './use-usage.ts'

const branches = ['navy', 'army', 'air_force', 'civilian'] as const
const categories = ['junior_ncm', 'senior_ncm', 'junior_officer', 'senior_officer', 'general_officer', 'civilian'] as const

/** The ranks, senior first, with how many members hold each. */
export function RankPanel({ definitions }: { definitions: Definitions }) {
  const { t } = useTranslation('definitions')
  const [branch, setBranch] = useState<'all' | (typeof branches)[number]>('all')
  const { counts, problem, retry } = useUsage('ranks')
  const ranks = definitions.ranks.filter((rank) => branch === 'all' || rank.branch === branch).toReversed()
  const branchName = (code: string): string => {
    const known = branches.find((name) => name === code)
    return known === undefined ? code : t(`rank.branch.${known}`)
  }
  const categoryName = (code: string): string => {
    const known = categories.find((name) => name === code)
    return known === undefined ? code : t(`rank.category.${known}`)
  }
  return (
    <div className="flex min-h-0 flex-col">
      <PanelHeading list="ranks" count={ranks.length} action={<Segments label={t('rank.branches')} value={branch} onChange={setBranch} options={[['all', t('rank.allBranches')] as const, ...branches.map((name) => [name, t(`rank.branch.${name}`)] as const)]} />} />
      <div key={branch} role="region" aria-label={t('list.ranks')} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
        <table className="w-full border-separate border-spacing-0">
          <thead className="sticky top-0 z-10 bg-panel">
            <tr className="label-caps whitespace-nowrap">
              {(['code', 'name', 'branch', 'category', 'members'] as const).map((column) => (
                <th key={column} scope="col" className={`${cell} ${column === 'name' ? 'w-full' : ''}`}>
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranks.map((rank) => {
              const count = counts?.get(rank.code) ?? 0
              return (
                <tr key={rank.id} className="h-[35px] hover:bg-chip/60">
                  <td className={`${cell} font-semibold whitespace-nowrap`}>{rank.code}</td>
                  <td className={cell}>
                    {rank.name}
                    {rank.replacedBy === null ? null : <span className="ml-2 text-xs text-ink-muted">{t('rank.replaced', { code: rank.replacedBy })}</span>}
                  </td>
                  <td className={`${cell} whitespace-nowrap text-ink-muted`}>{branchName(rank.branch)}</td>
                  <td className={`${cell} whitespace-nowrap text-ink-muted`}>{categoryName(rank.category)}</td>
                  <td className={`${cell} ${count === 0 ? 'text-ink-muted' : 'font-semibold'}`}>{counts === null ? '…' : count === 0 ? '–' : count}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {problem === null ? null : <UsageProblem onRetry={retry} />}
    </div>
  )
}

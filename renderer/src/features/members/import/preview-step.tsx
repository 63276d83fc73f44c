import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { blockingRows, obstacleTo, toggled, touched, type Choices, type Preview } from './choices.ts'
import { ErrorTable } from './error-table.tsx'
import { fieldWords, noticeWords } from './problem-words.ts'
import { Section, Some } from './section.tsx'

interface Props {
  readonly fileName: string
  readonly preview: Preview
  /** The roll had changed: this preview replaces one that was seen. */
  readonly again: boolean
  readonly busy: boolean
  readonly initial: Choices
  readonly onOther: () => void
  readonly onImport: (choices: Choices) => void
}

/** What the import would do, row by row where it matters, and the choices that it leaves. */
export function PreviewStep({ fileName, preview, again, busy, initial, onOther, onImport }: Props) {
  const { t } = useTranslation('members')
  const [choices, setChoices] = useState(initial)
  const obstacle = obstacleTo(preview, choices)
  const counts = [
    ['add', preview.toAdd.length],
    ['update', preview.toUpdate.length],
    ['unchanged', preview.unchanged],
    ['errors', blockingRows(preview, initial).length],
    ['missing', preview.toReview.length],
    ['notices', preview.notices.length],
  ] as const
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-line px-3 py-2.5">
        <b className="text-base break-all">{fileName}</b>
        {counts.map(([key, count]) => (
          <span key={key} className={key === 'errors' && count > 0 ? 'text-refused' : count === 0 ? 'text-ink-muted' : ''}>
            <b className="text-base">{count}</b> {t(`roll.counts.${key}`)}
          </span>
        ))}
      </div>
      {again ? (
        <p role="alert" className="border-b border-attention bg-attention-soft px-3 py-2 text-attention">
          {t('roll.changedAgain')}
        </p>
      ) : null}
      <div tabIndex={0} role="region" aria-label={fileName} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
        {preview.errors.length === 0 ? null : <ErrorTable errors={preview.errors} excluded={choices.excludeRows} onExclude={(excludeRows) => setChoices({ ...choices, excludeRows })} />}
        {preview.divisionsToCreate.length === 0 ? null : (
          <Section title={t('roll.divisions')}>
            <p className="flex flex-wrap gap-2">
              {preview.divisionsToCreate.map(({ code, name, members }) => (
                <Chip key={code}>
                  {code} · {name} · {t('roll.divisionMembers', { count: members })}
                </Chip>
              ))}
            </p>
            <label className="mt-2 flex items-center gap-2">
              <input type="checkbox" checked={choices.createDivisions} onChange={(event) => setChoices({ ...choices, createDivisions: event.target.checked })} />
              {t('roll.createDivisions')}
            </label>
          </Section>
        )}
        {preview.toReview.length === 0 ? null : (
          <Section title={t('roll.missing')} text={t('roll.missingText')}>
            <Some items={preview.toReview}>
              {({ memberId, serviceNumber, name, present }) => (
                <label key={memberId} className="flex items-center gap-3 py-1">
                  <input
                    type="checkbox"
                    aria-label={t('roll.setInactiveNamed', { name })}
                    disabled={present}
                    checked={choices.deactivateIds.has(memberId)}
                    onChange={(event) => setChoices({ ...choices, deactivateIds: toggled(choices.deactivateIds, memberId, event.target.checked) })}
                  />
                  {name} <span className="text-ink-muted">{serviceNumber}</span>
                  <span className="text-ink-muted">{present ? t('roll.isInside') : t('roll.setInactive')}</span>
                </label>
              )}
            </Some>
          </Section>
        )}
        {preview.notices.length === 0 ? null : (
          <Section title={t('roll.notices')}>
            <Some items={preview.notices}>
              {(notice, index) => (
                <p key={index} className="py-0.5">
                  <span className="inline-block w-20 text-ink-muted">
                    {t('roll.row')} {notice.row}
                  </span>
                  {noticeWords(notice)}
                </p>
              )}
            </Some>
          </Section>
        )}
        {preview.toUpdate.length === 0 ? null : (
          <Section title={t('roll.update')}>
            <Some items={preview.toUpdate}>
              {({ memberId, name, serviceNumber, changes }) => (
                <p key={memberId} className="py-0.5">
                  <b className="font-semibold">{name}</b> <span className="text-ink-muted">{serviceNumber}</span>{' '}
                  {changes.map(({ field, from, to }) => (
                    <span key={field} className="ml-3 whitespace-nowrap">
                      {fieldWords(field)}: <s className="text-ink-muted">{from ?? t('roll.nothing')}</s> → {to ?? t('roll.nothing')}
                    </span>
                  ))}
                </p>
              )}
            </Some>
          </Section>
        )}
        {preview.toAdd.length === 0 ? null : (
          <Section title={t('roll.add')}>
            <div className="columns-2 gap-6 xl:columns-3">
              <Some items={preview.toAdd}>
                {({ row, name, serviceNumber }) => (
                  <p key={row} className="truncate py-0.5">
                    {name} <span className="text-ink-muted">{serviceNumber}</span>
                  </p>
                )}
              </Some>
            </div>
          </Section>
        )}
        <Section title={t('roll.columns')}>
          <p className="flex flex-wrap gap-1.5">
            {preview.columns.map(({ header, field }, index) => (
              <Chip key={index} tone={field === null ? 'attention' : 'neutral'}>
                {header === '' ? '–' : header}
                {field === null ? ` · ${t('roll.ignored')}` : ''}
              </Chip>
            ))}
          </p>
        </Section>
      </div>
      <div className="flex items-center gap-3 border-t border-line px-3 py-2.5">
        <Button onPress={onOther} isDisabled={busy}>
          {t('roll.other')}
        </Button>
        <p role="status" className="flex-1 text-right text-attention">
          {obstacle === undefined ? '' : obstacle.why === 'errors' ? t('roll.blockedErrors', { count: obstacle.rows }) : obstacle.why === 'divisions' ? t('roll.blockedDivisions') : t('roll.blockedNothing')}
        </p>
        <Button variant="primary" isDisabled={obstacle !== undefined || busy} onPress={() => onImport(choices)}>
          {busy ? t('roll.importing') : t('roll.import', { count: touched(preview, choices) })}
        </Button>
      </div>
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { settings } from '../../../../../shared/contract/settings.ts'
import { crestTypes, maxCrestBytes } from '../../../../../shared/domain/crest.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { toBase64 } from '../../../ui/list-file.ts'
import { Refusal } from '../../../ui/refusal.tsx'

export type Crest = OutputOf<typeof settings.crest>['crest']

export const crestUrl = ({ mediaType, content }: NonNullable<Crest>): string => `data:${mediaType};base64,${content}`

/** The unit’s crest: chosen or dropped, shown, removed. It holds at once, apart from what is typed around it. */
export function CrestField({ crest }: { crest: Crest }) {
  const { t } = useTranslation('settings')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [asked, setAsked] = useState(false)
  const read = async (file: File): Promise<Refused | null> => {
    // Nothing so large is worth sending; the core would say the same.
    if (file.size > maxCrestBytes) return { code: 'crest_too_large', message: 'too large', details: { kilobytes: maxCrestBytes / 1024 } }
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) return { code: 'crest_unreadable', message: 'gone meanwhile' }
    const result = await api().settings.setCrest({ content: toBase64(new Uint8Array(bytes)) })
    return result.ok ? null : result.error
  }
  const choose = async (file: File): Promise<void> => {
    setBusy(true)
    setProblem(await read(file))
    setBusy(false)
  }
  return (
    <div className="grid gap-3">
      <div className="grid items-start gap-4 sm:grid-cols-[148px_minmax(0,1fr)]">
        <div className="grid justify-items-start gap-2">
          {/* Paper is white in every theme. */}
          <div className="grid size-[148px] place-items-center rounded-lg border border-line bg-white p-2">
            {crest === null ? <span className="text-center text-xs text-[#526375]">{t('unit.crest.none')}</span> : <img src={crestUrl(crest)} alt={t('unit.crest.alt')} className="max-h-full max-w-full object-contain" />}
          </div>
          {crest === null ? null : (
            <>
              <p className="text-xs text-ink-muted">{t('unit.crest.facts', { width: crest.width, height: crest.height, kilobytes: Math.ceil(crest.bytes / 1024) })}</p>
              <Button size="sm" onPress={() => setAsked(true)}>
                {t('unit.crest.remove')}
              </Button>
            </>
          )}
        </div>
        <FileDrop isSmall text={t('unit.crest.text')} label={t('unit.crest.file')} accept={crestTypes.join(',')} isReading={busy} onChoose={(file) => void choose(file)} />
      </div>
      <Refusal of={problem} />
      {asked ? <ConfirmDialog title={t('unit.crest.removeTitle')} text={t('unit.crest.removeText')} confirm={t('unit.crest.remove')} isGrave act={() => api().settings.removeCrest({})} onClose={() => setAsked(false)} /> : null}
    </div>
  )
}

import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { useZone } from '../../stores/system.ts'
import { offerUndo } from '../../stores/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/time.ts'
import { whenAt } from '../../ui/when.ts'
import { PersonField, type Person } from '../accounts/person-field.tsx'
import { linkOf, problemOf } from './chain-problem.ts'
import { entriesOf, needsReason, proposedKind, wantedOf, type Kind, type ManualDraft } from './manual-draft.ts'
import { ManualFields } from './manual-fields.tsx'
import { useManual, type ManualRequest } from './manual-store.ts'
import { ReasonField, type ReasonName } from './reason-field.tsx'
import { useLatest } from './use-latest.ts'

const close = (): void => useManual.setState({ request: null })

/** The dialog that is asked for from wherever: each begins empty. */
export function ManualDialog() {
  const request = useManual((state) => state.request)
  return request === null ? null : <Form request={request} />
}

const hourMs = 3_600_000
const usual: Record<Kind, readonly ReasonName[]> = { in: ['forgotBadge', 'noBadge', 'notRead', 'forgotIn'], out: ['forgotBadge', 'forgotOut', 'notRead', 'otherDoor'], stay: ['forgotBadge', 'noBadge', 'notRead'], away: ['forgotOut', 'otherDoor', 'notRead'] }

function Form({ request }: { request: ManualRequest }) {
  const { t } = useTranslation(['history', 'common'])
  const zone = useZone()
  const now = useNow(15_000)
  const form = useId()
  const [person, setPerson] = useState<Person | null>(request.person ?? null)
  const latest = useLatest(person?.id ?? null)
  const [kind, setKind] = useState<Kind | null>(request.kind ?? null)
  const [rest, setRest] = useState<Omit<ManualDraft, 'kind'>>(() => ({ isNow: true, from: whenAt(now - hourMs, zone), to: whenAt(now, zone), reason: '' }))
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const isInside = latest?.movements[0]?.direction === 'in'
  const draft: ManualDraft = { ...rest, kind: kind ?? proposedKind(isInside) }
  const read = entriesOf(draft, zone)
  const problem =
    person === null || latest === null || !read.ok ? null : problemOf({ name: person.displayName, links: latest.movements.map(linkOf), isWhole: latest.isWhole, added: wantedOf(read.entries, now), now })
  const isReady = person !== null && latest !== null && read.ok && problem === null && !busy && (draft.reason.trim() !== '' || !needsReason(draft))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isReady) return
    setBusy(true)
    const result = await api().history.record({ memberId: person.id, entries: [...read.entries], reason: draft.reason })
    setBusy(false)
    if (!result.ok) return setError(refusalLine(result.error))
    const { displayName: name, missedCheckout, undoId } = result.value
    offerUndo(undoId, `${t(`done.${draft.kind}`, { name })}${missedCheckout ? ` · ${t('done.missed')}` : ''}`)
    close()
  }
  return (
    <Dialog
      title={request.person === undefined ? t('manual.title') : t('manual.of', { name: request.person.displayName })}
      isOpen
      onClose={close}
      size="wide"
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!isReady}>
            {t(`manual.save.${draft.kind}`)}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {request.person === undefined ? (
          <PersonField
            label={t('manual.person')}
            hint={t('manual.personHint')}
            withPresence
            autoFocus
            onChange={(found) => {
              setPerson(found)
              // Of somebody else another direction is likely.
              setKind(null)
              setError(undefined)
            }}
          />
        ) : null}
        {person === null ? null : (
          <>
            <ManualFields
              draft={draft}
              latest={latest}
              onKind={setKind}
              onChange={(change) => {
                setRest({ ...rest, ...change })
                setError(undefined)
              }}
            />
            <ReasonField value={draft.reason} onChange={(reason) => setRest({ ...rest, reason })} choices={usual[draft.kind]} label={needsReason(draft) ? t('reason') : `${t('reason')} (${t('manual.optional')})`} />
          </>
        )}
        {!read.ok && read.problem === 'order' ? <Problem>{t('manual.order')}</Problem> : problem !== null ? <Problem>{refusalLine(problem)}</Problem> : error === undefined ? null : <Problem>{error}</Problem>}
      </form>
    </Dialog>
  )
}

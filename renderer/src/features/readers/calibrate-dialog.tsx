import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { readers as contract } from '../../../../shared/contract/readers.ts'
import { api } from '../../api.ts'
import { useStationName, useStations } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { FittingProfiles } from './fitting-profiles.tsx'
import { KnownCard, type Known } from './known-card.tsx'
import { useReadings, type ProfileOwner } from './use-readings.ts'

type Answer = OutputOf<typeof contract.calibrate>
type CardKind = 'em4100' | 'iso14443' | 'unknown'

const nothingKnown: readonly [Known, Known] = [{ kind: 'printed', text: '' }, { kind: 'printed', text: '' }]
const keyOf = (owner: ProfileOwner): string => JSON.stringify(owner)

/** Finds out how a reader spells the numbers of cards, with one or two known ones (hardware.md 3.1). */
export function CalibrateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const nameOf = useStationName()
  const stations = useStations((state) => state.stations)?.filter(({ isActive }) => isActive) ?? []
  const readers = useSystem((state) => state.readers)?.filter(({ kind }) => kind === 'serial' || kind === 'hid') ?? []
  const own = useSystem((state) => state.status?.stationId)
  const owners: (readonly [ProfileOwner, string])[] = [
    ...readers.map(({ id, name }) => [{ kind: 'reader', readerId: id }, name] as const),
    ...stations.map(({ id }) => [{ kind: 'keyboard', stationId: id }, t('calibrate.keyboardAt', { station: nameOf(id) })] as const),
  ]
  const [chosen, setChosen] = useState<ProfileOwner | null>(null)
  const owner = chosen ?? owners[0]?.[0] ?? { kind: 'keyboard' as const, stationId: own ?? 'desk' }
  const { texts, problem, restart } = useReadings(owner)
  const [known, setKnown] = useState(nothingKnown)
  const [cardKind, setCardKind] = useState<CardKind>('em4100')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [picked, setPicked] = useState(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [saved, setSaved] = useState(false)
  const enrolled = useFetched(() => api().badges.list({ limit: 500 }), 'badges')
  const { value: stored, retry } = useFetched(() => api().readers.profiles({}), 'profiles')
  const hasProfile = stored?.profiles.some((one) => keyOf(one.owner) === keyOf(owner)) === true
  const samples = known.flatMap((one, at) => {
    const read = texts[at]
    return read === undefined || (one.kind === 'printed' && one.text.trim() === '') ? [] : [{ known: one, read }]
  })
  // A frame that tells what kind of card it is has the whole number already.
  const needsNone = texts[0]?.includes(':') === true && owner.kind === 'reader'
  const forget = (): void => {
    setAnswer(null)
    setRefused(null)
    setSaved(false)
  }
  const begin = (): void => {
    restart()
    setKnown(nothingKnown)
    forget()
  }
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    forget()
    const result = await api().readers.calibrate({ samples, card: cardKind === 'unknown' ? null : cardKind })
    setPicked(0)
    if (result.ok) setAnswer(result.value)
    else setRefused(result.error)
  }
  const save = async (profile: Answer['candidates'][number]['profile'] | null): Promise<void> => {
    const result = await api().readers.setProfile({ owner, profile: profile?.digits === 'text' ? null : profile })
    setRefused(result.ok ? null : result.error)
    setSaved(result.ok)
    retry()
  }
  const candidate = answer?.candidates[picked]
  return (
    <Dialog
      title={t('calibrate.title')}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <>
          <span role="status" className="mr-auto text-in">
            {saved ? t('calibrate.saved') : ''}
          </span>
          <Button onPress={onClose}>{t('common:close')}</Button>
          {hasProfile ? <Button onPress={() => void save(null)}>{t('calibrate.forget')}</Button> : null}
          <Button type="submit" form="calibrate" {...(candidate === undefined && { variant: 'primary' as const })} isDisabled={samples.length === 0}>
            {t('calibrate.find')}
          </Button>
          {candidate === undefined ? null : (
            <Button variant="primary" onPress={() => void save(candidate.profile)}>
              {t('common:save')}
            </Button>
          )}
        </>
      }
    >
      <form id="calibrate" className="grid gap-3 text-ink" onSubmit={(event) => void find(event)}>
        <p className="text-ink-muted">{t('calibrate.text')}</p>
        <div className="grid grid-cols-2 gap-3">
          <SelectField
            isFirst
            label={t('calibrate.reader')}
            value={keyOf(owner)}
            onChange={(key) => {
              setChosen(owners.find(([one]) => keyOf(one) === key)?.[0] ?? null)
              begin()
            }}
            options={owners.map(([one, words]) => [keyOf(one), words] as const)}
          />
          <SelectField
            label={t('calibrate.card')}
            value={cardKind}
            onChange={(kind) => {
              setCardKind(kind)
              forget()
            }}
            options={(['em4100', 'iso14443', 'unknown'] as const).map((kind) => [kind, t(`calibrate.cards.${kind}`)] as const)}
          />
        </div>
        {needsNone ? <p className="font-semibold">{t('calibrate.needsNone')}</p> : null}
        {([0, 1] as const).map((at) => (
          <KnownCard
            key={at}
            title={t(at === 0 ? 'calibrate.first' : 'calibrate.second')}
            read={texts[at]}
            known={known[at]}
            badges={enrolled.value?.badges ?? []}
            onKnown={(one) => {
              setKnown(at === 0 ? [one, known[1]] : [known[0], one])
              forget()
            }}
          />
        ))}
        <div>
          <Button variant="quiet" isDisabled={texts.length === 0} onPress={begin}>
            {t('calibrate.again')}
          </Button>
        </div>
        {answer === null ? null : <FittingProfiles answer={answer} read={samples[0]?.read ?? ''} picked={picked} onPick={setPicked} />}
        <Refusal of={refused ?? problem ?? enrolled.problem} />
      </form>
    </Dialog>
  )
}

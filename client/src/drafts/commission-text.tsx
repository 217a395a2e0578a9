// Drafts: the page on which a commission's text is read and written.
import { type CommissionState as RuleState, isBeforeAdoption } from '@faellesrum/schema/commissions'
import { sectionId, type SectionKey } from '@faellesrum/schema/drafts'
import { Lock } from 'lucide-react'
import { type ComponentProps, useMemo, useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { CommissionTextFragment } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { mainMandate, useViewer } from '../people/index.js'
import { Empty, LinkButton, paths } from '../ui/index.js'
import { AuthorsSwitch } from './authors-switch.js'
import styles from './commission-text.module.css'
import { useLeaving } from './leaving.js'
import { OnDevice } from './on-device-choice.js'
import { PeopleHere } from './people-here.js'
import { SavedMark } from './saved-mark.js'
import { TextBody } from './text-body.js'
import { TextHead } from './text-head.js'
import { usePhone } from './use-phone.js'
import { useRoom } from './use-room.js'
import { WritingAs } from './writing-as.js'

const Fragment = graphql(`
  fragment CommissionText on Commission {
    id
    slug
    name
    state
    openness
    owners {
      id
      name
    }
    drafters {
      id
      name
    }
    draft {
      id
      room
      versionName
      html
      sections {
        key
        number
        title
        guide
      }
      viewerAccess
      viewerAccessReason {
        code
        message
      }
      viewerMandates {
        access
        mandate {
          id
          kind
        }
        ...WritingAs
      }
    }
  }
`)

type Draft = NonNullable<CommissionTextFragment['draft']>

/** Everybody reads the rendered text; whoever is signed in and has a mandate for this room gets the live one. */
export function CommissionText({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('drafts')
  const { draft, slug, name, state, openness, owners, drafters } = readFragment(Fragment, commission)
  const formats = useFormats()
  const head = {
    back: paths.commission(slug),
    kind: t('kind', { owners: formats.list(owners.map((owner) => owner.name)) }),
    title: name,
    adopted: !isBeforeAdoption(state.toLowerCase().replaceAll('_', '-') as RuleState),
  }
  const ask = drafters.map((drafter) => drafter.name.split(' ')[0]!).toSorted(formats.compare)
  if (draft) return <DraftPage draft={draft} head={head} ask={ask} />
  return <NoText head={head} ask={ask} isClosed={openness === 'CLOSED' && !head.adopted && ask.length > 0} />
}

type Head = Pick<ComponentProps<typeof TextHead>, 'back' | 'kind' | 'title' | 'adopted'>

/** A closed text is as if it were not there; that it is closed is no secret. Without drafters nobody has begun one. */
function NoText({ head, ask, isClosed }: { head: Head; ask: readonly string[]; isClosed: boolean }) {
  const { t } = useTranslation('drafts')
  const formats = useFormats()
  const words = isClosed
    ? { icon: Lock, title: t('closed.title'), hint: `${t('closed.hint')} ${t('closed.ask', { names: formats.either(ask) })}` }
    : { title: t('empty.title'), hint: t('empty.hint') }
  return (
    <div className={styles.page}>
      <TextHead {...head} version={null} />
      <Empty {...words} action={<LinkButton to={head.back}>{t('toCommission')}</LinkButton>} />
    </div>
  )
}

function DraftPage({ draft, head, ask }: { draft: Draft; head: Head; ask: readonly string[] }) {
  const viewer = useViewer()
  const [as, setAs] = useState<string | null>(null)
  const [showsAuthors, setShowsAuthors] = useState(false)
  const mandates = draft.viewerMandates
  const mandate = (mandates.find((one) => one.mandate.id === as) ?? mandates[0])?.mandate ?? null
  const enters = viewer !== null && viewer !== undefined && mandate !== null
  const room = useRoom(enters ? { room: draft.room, as, account: viewer.person.id } : null)
  const mayWrite = room?.status.access === 'write' && room.status.stopped === null
  const isKnown = room !== null && (room.status.access !== null || room.status.stopped !== null)
  const leaving = useLeaving(room?.status ?? null)
  const sections = useMemo(
    () => draft.sections.map(({ key, ...rest }) => ({ id: sectionId(key as SectionKey), ...rest })),
    [draft.sections],
  )
  // The head of a phone's page must leave room for the text: there the switch stands above it.
  const phone = usePhone()
  const authorsSwitch = <AuthorsSwitch on={showsAuthors} onChange={setShowsAuthors} />
  const me = viewer && { name: viewer.person.name, kind: mandate?.kind ?? mainMandate(viewer.mandates), writes: false }
  return (
    <div className={styles.page}>
      <TextHead
        {...head}
        version={draft.versionName ?? null}
        saved={mayWrite && <SavedMark status={room.status} />}
        people={room !== null && me && <PeopleHere awareness={room.status.document.awareness} me={me} />}
        writingAs={enters && <WritingAs mandates={mandates} chosen={as} onChange={(other) => leaving.ask(() => setAs(other))} mayWrite={isKnown ? mayWrite : null} />}
        authorsSwitch={phone ? null : authorsSwitch}
      />
      <TextBody
        id={draft.id}
        title={head.title}
        html={draft.html ?? null}
        sections={sections}
        reason={draft.viewerAccessReason?.message ?? null}
        ask={draft.viewerAccessReason?.code === 'NOT_ALLOWED' ? ask : []}
        signedIn={viewer !== null && viewer !== undefined}
        adopted={head.adopted}
        entering={enters}
        room={room}
        mayWrite={mayWrite}
        showsAuthors={showsAuthors}
        authorsSwitch={phone ? authorsSwitch : null}
      >
        {mayWrite && <OnDevice />}
      </TextBody>
      {leaving.question}
    </div>
  )
}

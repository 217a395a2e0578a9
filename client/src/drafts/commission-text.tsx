// Drafts: the page on which a commission's text is read and written.
import { sectionId, type SectionKey } from '@faellesrum/schema/drafts'
import { useMemo, useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { CommissionTextFragment } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { mainMandate, useViewer } from '../people/index.js'
import { Empty, paths } from '../ui/index.js'
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
    owners {
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
  const { draft, slug, name, owners } = readFragment(Fragment, commission)
  const formats = useFormats()
  const kind = t('kind', { owners: formats.list(owners.map((owner) => owner.name)) })
  if (draft) return <DraftPage draft={draft} back={paths.commission(slug)} kind={kind} title={name} />
  return <Empty title={t('empty.title')} hint={t('empty.hint')} />
}

function DraftPage({ draft, back, kind, title }: { draft: Draft; back: string; kind: string; title: string }) {
  const viewer = useViewer()
  const [as, setAs] = useState<string | null>(null)
  const [showsAuthors, setShowsAuthors] = useState(false)
  const mandates = draft.viewerMandates
  const mandate = (mandates.find((one) => one.mandate.id === as) ?? mandates[0])?.mandate ?? null
  const enters = viewer !== null && viewer !== undefined && mandate !== null
  const room = useRoom(enters ? { room: draft.room, as, account: viewer.person.id } : null)
  const mayWrite = room?.status.access === 'write' && room.status.stopped === null
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
        back={back}
        kind={kind}
        title={title}
        version={draft.versionName ?? null}
        saved={mayWrite && <SavedMark status={room.status} />}
        people={room !== null && me && <PeopleHere awareness={room.status.document.awareness} me={me} />}
        writingAs={enters && <WritingAs mandates={mandates} chosen={as} onChange={(other) => leaving.ask(() => setAs(other))} mayWrite={mayWrite} />}
        authorsSwitch={phone ? null : authorsSwitch}
      />
      <TextBody
        id={draft.id}
        title={title}
        html={draft.html ?? null}
        sections={sections}
        reason={draft.viewerAccessReason?.message ?? null}
        signedIn={viewer !== null && viewer !== undefined}
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

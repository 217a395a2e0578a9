// Where the reader takes part: bodies by mandate with the offices held there, and commissions that they help to write.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { MandateKind, MyBodiesFragment } from '../__generated__/graphql.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { currentOffices } from '../people/index.js'
import { Card, LinkButton, MandateMark, paths, Rows } from '../ui/index.js'

const Fragment = graphql(`
  fragment MyBodies on Viewer {
    person {
      id
    }
    mandates {
      id
      kind
      offices {
        kind
        from
        to
      }
      body {
        id
        slug
        name
      }
      commission {
        id
        slug
        name
      }
    }
    writing {
      id
      slug
      name
      drafters {
        id
      }
      clerks {
        id
      }
    }
  }
`)

type Place = { id: string; kind: MandateKind; role: string; name: string; to: string }

/** `app` says offices and mandates. */
function usePlaces({ person, mandates, writing }: MyBodiesFragment): Place[] {
  const { t: app } = useTranslation()
  const { compare } = useFormats()
  const held = mandates.flatMap(({ id, kind, offices, body, commission }): Place[] => {
    const role = [...currentOffices(offices).map((office) => app(`offices.${office}`)), app(`mandates.${kind}`)].join(' · ')
    if (body) return [{ id, kind, role, name: body.name, to: paths.body(body.slug) }]
    return commission ? [{ id, kind, role, name: commission.name, to: paths.commission(commission.slug) }] : []
  })
  // Drafters and clerks hold no mandate in the commission itself.
  const written = writing.flatMap(({ id, slug, name, drafters, clerks }): Place[] => {
    const isMe = (one: { id: string }) => one.id === person.id
    const to = paths.commission(slug)
    if (drafters.some(isMe)) return [{ id, kind: 'COUNCIL_MEMBER', role: app('offices.DRAFTER'), name, to }]
    return clerks.some(isMe) ? [{ id, kind: 'ADMINISTRATION', role: app('offices.CLERK'), name, to }] : []
  })
  return [...held, ...written].sort((a, b) => compare(a.name, b.name))
}

export function MyBodies({ viewer }: { viewer: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const places = usePlaces(readFragment(Fragment, viewer))
  return (
    <Card title={t('mine')} aside={places.length || undefined}>
      {places.length === 0 ? (
        <>
          <p className="support">{t('mineNone')}</p>
          <p style={{ marginTop: 12 }}>
            <LinkButton size="small" to={paths.committees}>
              {t('mineFind')}
            </LinkButton>
          </p>
        </>
      ) : (
        <Rows dense>
          {places.map(({ id, kind, role, name, to }) => (
            <li key={id}>
              <Link to={to}>
                <Danish>{name}</Danish>
              </Link>
              <div className="label">
                <MandateMark kind={kind} /> {role}
              </div>
            </li>
          ))}
        </Rows>
      )}
    </Card>
  )
}

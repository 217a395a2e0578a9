// The bodies in which the reader has a mandate.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, LinkButton, MandateMark, paths, Rows } from '../ui/index.js'

const Fragment = graphql(`
  fragment MyBodies on Viewer {
    mandates {
      id
      kind
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
  }
`)

export function MyBodies({ viewer }: { viewer: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const { t: app } = useTranslation()
  const { compare } = useFormats()
  const { mandates } = readFragment(Fragment, viewer)
  const places = mandates
    .flatMap(({ id, kind, body, commission }) => {
      if (body) return [{ id, kind, name: body.name, to: paths.body(body.slug) }]
      return commission ? [{ id, kind, name: commission.name, to: paths.commission(commission.slug) }] : []
    })
    .sort((a, b) => compare(a.name, b.name))
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
          {places.map(({ id, kind, name, to }) => (
            <li key={id}>
              <Link to={to}>
                <Danish>{name}</Danish>
              </Link>
              <div className="label">
                <MandateMark kind={kind} /> {app(`mandates.${kind}`)}
              </div>
            </li>
          ))}
        </Rows>
      )}
    </Card>
  )
}

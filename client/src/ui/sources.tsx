// Where a fact comes from, beside the fact.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'

const Fragment = graphql(`
  fragment SourceLine on Source {
    title
    place
    note
    url
  }
`)

export function SourceList({ sources }: { sources: readonly FragmentType<typeof Fragment>[] }) {
  const { t } = useTranslation()
  const lines = readFragment(Fragment, sources)
  if (lines.length === 0) return null
  return (
    <details className="support">
      <summary>{lines.length === 1 ? t('source') : t('sources')}</summary>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>
            <SourceText {...line} />
          </li>
        ))}
      </ul>
    </details>
  )
}

export function SourceNote({ source }: { source: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation()
  return (
    <span className="label">
      {t('source')}: <SourceText {...readFragment(Fragment, source)} />
    </span>
  )
}

function SourceText({ title, place, note, url }: { title: string; place?: string | null; note?: string | null; url?: string | null }) {
  return (
    <Danish>
      {url ? <a href={url}>{title}</a> : title}
      {place && <>, »{place}«</>}
      {note && <>. {note}</>}
    </Danish>
  )
}

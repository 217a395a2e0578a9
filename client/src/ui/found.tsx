// The page of one thing: it is fetched, it cannot be fetched, there is no such thing, or here it is.
import type { ErrorLike } from '@apollo/client'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/index.js'
import { LinkButton } from './button.js'
import { Card } from './card.js'
import { Loaded } from './loaded.js'
import { type Crumb, Page } from './page.js'
import { Empty } from './states.js'

type FoundProps<Data, Thing> = {
  of: { data?: Data | undefined; error?: ErrorLike | undefined; refetch: () => unknown }
  pick: (data: Data) => Thing | null | undefined
  /** The page's title until the thing has one. */
  title: string
  /** Finishes the sentence "We could not fetch …". */
  what: string
  /** Where all such things are. */
  all: Crumb
  children: (thing: Thing) => ReactNode
}

export function Found<Data, Thing>({ of, pick, title, what, all, children }: FoundProps<Data, Thing>) {
  const { t } = useTranslation()
  if (of.data === undefined) {
    return (
      <Page title={title} crumbs={[all]}>
        <Loaded of={of} what={what}>
          {() => null}
        </Loaded>
      </Page>
    )
  }
  const thing = pick(of.data)
  if (thing !== null && thing !== undefined) return children(thing)
  return (
    <Page title={t('notFound.title')} crumbs={[all]}>
      <Card>
        <Empty
          title={t('notFound.hint')}
          action={
            <LinkButton look="filled" to={all.to}>
              {all.text}
            </LinkButton>
          }
        />
      </Card>
    </Page>
  )
}

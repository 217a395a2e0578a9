// The front page for somebody who comes from the street: the question, what is written, how the municipality works.
import { useQuery } from '@apollo/client/react'
import { graphql } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { Columns, LinkButton, Loaded, PageHeading, paths, Stack, usePageTitle } from '../ui/index.js'
import { AtWorkCard } from './at-work.js'
import { FiguresCard } from './figures.js'
import { HowItWorks } from './how-it-works.js'
import { OwnWords } from './own-words.js'
import styles from './welcome-page.module.css'
import { WritingCard } from './writing.js'

const WelcomePageDocument = graphql(`
  query WelcomePage {
    municipality {
      question
      ...OwnWords
      ...HowItWorks
      ...Figures
    }
  }
`)

export function WelcomePage() {
  const { t } = useTranslation('front')
  const result = useQuery(WelcomePageDocument)
  usePageTitle(t('title'))
  const question = result.data?.municipality.question
  return (
    <div className={styles.welcome}>
      <div className={styles.hero}>
        <div className={styles.in}>
          <div className={styles.words}>
            <PageHeading>{question ? <Danish>{question}</Danish> : t('title')}</PageHeading>
            <p className="lead">{t('intro')}</p>
            <div className={styles.actions}>
              <LinkButton look="filled" to={paths.commissions}>
                {t('seeWriting')}
              </LinkButton>
              <LinkButton to={paths.committees}>{t('findBody')}</LinkButton>
            </div>
          </div>
          {result.data && <OwnWords municipality={result.data.municipality} />}
        </div>
      </div>
      <div className={styles.body}>
        <Columns>
          <Stack>
            <WritingCard />
          </Stack>
          <Stack>
            <AtWorkCard />
          </Stack>
        </Columns>
        <Loaded of={result} what={t('whatFigures')}>
          {({ municipality }) => (
            <>
              <HowItWorks municipality={municipality} />
              <FiguresCard municipality={municipality} />
            </>
          )}
        </Loaded>
      </div>
    </div>
  )
}

// Everything that the municipality's own presentation says, each with its source; and what was left out of here.
import { useQuery } from '@apollo/client/react'
import { graphql } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, Columns, Loaded, Page, Rows, SourceList, SourceNote, Stack } from '../ui/index.js'
import styles from './about-page.module.css'

const AboutPageDocument = graphql(`
  query AboutPage {
    municipality {
      demo
      figures {
        key
        label
        value
        note
        source {
          ...SourceLine
        }
      }
      districts {
        slug
        name
      }
      administrativeAreas {
        slug
        name
      }
      rules {
        key
        text
        validFrom
        source {
          ...SourceLine
        }
      }
      statutes {
        slug
        title
        dated
        paragraphs {
          anchor
          heading
          text
        }
        source {
          ...SourceLine
        }
      }
      evaluationFigures {
        percent
        group
        statement
        respondents
        dated
        source {
          ...SourceLine
        }
      }
      leftOut {
        what
        why
        source {
          ...SourceLine
        }
      }
    }
  }
`)

export function AboutPage() {
  const { t } = useTranslation('people')
  const { day, compare } = useFormats()
  const result = useQuery(AboutPageDocument)
  return (
    <Page title={t('about.title')} lead={t('about.lead')}>
      <Loaded of={result} what={t('about.what')}>
        {({ municipality }) => (
          <Columns>
            <Stack>
              <Card title={t('about.figures')}>
                <table className={styles.table}>
                  <tbody>
                    {municipality.figures.map(({ key, label, value, note }) => (
                      <tr key={key}>
                        <th scope="row">
                          {label}
                          {note && <span className="label"> · {note}</span>}
                        </th>
                        <td>{value}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <SourceList sources={municipality.figures.slice(0, 1).map(({ source }) => source)} />
              </Card>
              <Card title={t('about.evaluation')}>
                <Rows dense>
                  {municipality.evaluationFigures.map(({ percent, group, statement, respondents, dated, source }) => (
                    <li key={`${group} ${statement}`}>
                      <p>{t('about.evaluationLine', { percent, group, statement })}</p>
                      <p className="label">
                        {t('about.respondents', { respondents, dated })} · <SourceNote source={source} />
                      </p>
                    </li>
                  ))}
                </Rows>
              </Card>
              {municipality.statutes.map(({ slug, title, dated, paragraphs, source }) => (
                <Card key={slug} title={t('about.statutes')} aside={dated}>
                  <p className="support">{title}</p>
                  {paragraphs.map(({ anchor, heading, text }) => (
                    <section key={anchor} id={anchor} className={styles.paragraph}>
                      <h3>{heading}</h3>
                      <blockquote>
                        <Danish>»{text}«</Danish>
                      </blockquote>
                    </section>
                  ))}
                  <SourceNote source={source} />
                </Card>
              ))}
            </Stack>
            <Stack>
              <Card title={t('about.rules')}>
                <Rows dense>
                  {municipality.rules.map(({ key, text, validFrom }) => (
                    <li key={key}>
                      <p>{text}</p>
                      {validFrom && <p className="label">{t('about.rulesFrom', { day: day(validFrom) })}</p>}
                    </li>
                  ))}
                </Rows>
                <SourceList sources={municipality.rules.slice(0, 1).map(({ source }) => source)} />
              </Card>
              <Card title={t('about.districts')} aside={municipality.districts.length}>
                <Names names={municipality.districts.map(({ name }) => name).sort(compare)} />
              </Card>
              <Card title={t('about.areas')} aside={municipality.administrativeAreas.length}>
                <Names names={municipality.administrativeAreas.map(({ name }) => name)} />
              </Card>
              <Card title={t('about.leftOut')}>
                <p className="support">{t('about.leftOutHint')}</p>
                <Rows dense>
                  {municipality.leftOut.map(({ what, why }) => (
                    <li key={what}>
                      <p>{what}</p>
                      <p className="support">{why}</p>
                    </li>
                  ))}
                </Rows>
              </Card>
              {municipality.demo && <p className="support">{t('about.demoNote')}</p>}
            </Stack>
          </Columns>
        )}
      </Loaded>
    </Page>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name}>
          <Danish>{name}</Danish>
        </li>
      ))}
    </ul>
  )
}

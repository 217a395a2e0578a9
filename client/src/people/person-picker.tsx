// Finding a person by the beginning of the name: type, then choose among the few that fit.
import { useQuery } from '@apollo/client/react'
import { useDeferredValue, useState } from 'react'
import { graphql } from '../__generated__/index.js'
import { useTranslation } from '../i18n/index.js'
import { ChoiceField, Failed, PersonLine, TextField } from '../ui/index.js'
import { mainMandate } from './viewer.js'

const PickPeople = graphql(`
  query PickPeople($search: String!) {
    people(search: $search, first: 6) {
      nodes {
        id
        name
        mandates {
          id
          kind
        }
      }
    }
  }
`)

export type Picked = { id: string; name: string }

export function PersonPicker({ value, error, onChange }: { value: Picked | null; error?: string | undefined; onChange: (picked: Picked | null) => void }) {
  const { t } = useTranslation('commissions')
  const { t: people } = useTranslation('people')
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const { data, error: failed, refetch } = useQuery(PickPeople, { variables: { search: asked }, skip: asked.length < 2 })
  const found = asked.length < 2 ? [] : (data?.people.nodes ?? [])
  return (
    <>
      <TextField
        label={t('invite.person')}
        hint={t('invite.personHint')}
        error={error}
        autoComplete="off"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          onChange(null)
        }}
      />
      {failed && <Failed what={people('admin.what')} error={failed} retry={() => void refetch()} />}
      {data && asked.length >= 2 && found.length === 0 && (
        <p className="support" role="status">
          {people('admin.none')}
        </p>
      )}
      {found.length > 0 && (
        <ChoiceField
          legend={<span className="visually-hidden">{t('invite.person')}</span>}
          name="person"
          value={value?.id ?? null}
          options={found.map((person) => ({
            value: person.id,
            text: <PersonLine small name={person.name} kind={mainMandate(person.mandates)} />,
          }))}
          onChange={(id) => onChange(found.find((person) => person.id === id) ?? null)}
        />
      )}
    </>
  )
}

// Drafts: how an author is named in the text: a tooltip over each run, a name in the margin of each block.
import { useMemo } from 'react'
import { useTranslation } from '../i18n/index.js'
import type { AuthorTexts } from './editor/authorship-plugin.js'

export function useAuthorTexts(): AuthorTexts {
  const { t } = useTranslation('drafts')
  return useMemo(
    () => ({
      tooltip: ({ author, copiedBy }) =>
        copiedBy === null ? author.label : t('authors.copied', { author: author.label, copier: copiedBy.label }),
      margin({ label, mandateKind }) {
        const name = document.createElement('span')
        name.className = 'author'
        name.dataset.mandate = mandateKind ?? ''
        name.textContent = label
        return name
      },
    }),
    [t],
  )
}

// Municipality: where a fact comes from. Nothing here is shown without it.

/** `place` is a slide's title, or an address; `note` says what is doubtful about it. */
export type Source = Readonly<{ title: string; place: string | null; note: string | null; url: string | null }>
export type Said = Readonly<{ da: string; en: string }>

export const deckTitle = 'Præsentation af Gentofte Kommune og den politiske arbejdsform (2018)'

/** A slide of the municipality's own presentation, by its heading. */
export const slide = (place: string, note: string | null = null): Source => ({
  title: deckTitle,
  place,
  note,
  url: null,
})

/** A public page that was read; the address is the page's, not ours. */
export const page = (title: string, note: string | null = null): Source => ({ title, place: null, note, url: null })

export const undated: Said = { da: 'ukendt dato', en: 'date unknown' }

// What a catalogue in another language must look like: every key of the Danish one, so that no text can be missing.

/** The same keys with any text; checked by the compiler. */
export type Texts<Danish> = { readonly [Key in keyof Danish]: Danish[Key] extends string ? string : Texts<Danish[Key]> }

// Drafts: what text is called whose author nobody vouches for.
export const unvouchedLabels = {
  template: { da: 'Skabelon', en: 'Template' },
  import: { da: 'Indsat udefra', en: 'Brought in from outside' },
} as const

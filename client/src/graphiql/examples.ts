// Queries to begin from, one tab each. Every one of them answers without sign-in, within the limits for strangers.
export const examples: { query: string }[] = [
  {
    query: `# Et udvalg: hvem sidder der, og hvor er dets kommissorium?
# One committee: who sits on it, and where is its commission?
query Udvalg {
  body(slug: "kultur-unge-og-fritid") {
    name
    purpose
    chair { name }
    memberships(first: 20) {
      totalCount
      nodes { kind person { name } }
    }
  }
}
`,
  },
  {
    query: `# Alle kommissorier, der skrives på nu.
# All commissions that are being written now.
query Skrives {
  commissions(filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING] }, first: 20) {
    totalCount
    nodes { name state question owners { name } }
  }
}
`,
  },
  {
    query: `# Vejen for ét kommissorium, trin for trin, med dokumentation.
# The way of one commission, step by step, with its evidence.
query Vejen {
  commission(slug: "kultur-i-kvarteret") {
    name
    stages { number state reachedOn plannedOn evidence { on sentence } }
    next { to needs }
  }
}
`,
  },
  {
    query: `# Kommunens egne tal, med kilde.
# The municipality's own figures, with their source.
query Tal {
  municipality {
    question
    figures { label value source { title place } }
  }
}
`,
  },
]

// Seed: who sits on the committees of the council; the chair first, the vice-chair second.
export const committeeMembers: Readonly<Record<string, readonly string[]>> = {
  oekonomiudvalget: [
    'Agnete Rosenlind',
    'Karla Steenvang',
    'Bertram Holk-Juel',
    'Cathrine Falkenby',
    'Didrik Sandvang',
    'Elna Brinkholt',
    'Frants Overvad',
    'Laurits Ebbelund',
    'Nikolai Aspegaard',
  ],
  'teknik-og-miljoe': ['Didrik Sandvang', 'Thea Krogsbæk', 'Gurli Tornebo', 'Pelle Grønvang', 'Joakim Tranholt'],
  skole: ['Cathrine Falkenby', 'Laurits Ebbelund', 'Joakim Tranholt', 'Oda Lindskov', 'Ingelise Mønbak'],
  'bygning-og-arkitektur': [
    'Gurli Tornebo',
    'Pelle Grønvang',
    'Halfdan Riisager-Bro',
    'Frants Overvad',
    'Magna Dyrehus',
  ],
  'kultur-unge-og-fritid': ['Elna Brinkholt', 'Silas Bøgelund', 'Cathrine Falkenby', 'Oda Lindskov', 'Rigmor Havnsø'],
  'erhverv-beskaeftigelse-og-integration': [
    'Bertram Holk-Juel',
    'Nikolai Aspegaard',
    'Halfdan Riisager-Bro',
    'Karla Steenvang',
    'Rigmor Havnsø',
  ],
  'aeldre-social-og-sundhed': [
    'Ingelise Mønbak',
    'Karla Steenvang',
    'Frants Overvad',
    'Silas Bøgelund',
    'Thea Krogsbæk',
  ],
  boern: ['Joakim Tranholt', 'Magna Dyrehus', 'Elna Brinkholt', 'Oda Lindskov', 'Rigmor Havnsø'],
}

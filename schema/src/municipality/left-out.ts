// Municipality: what the presentation says and this installation does not carry as data, each with the reason.
import { type Said, slide, type Source } from './provenance.js'

export type LeftOut = Readonly<{ what: Said; why: Said; source: Source }>

const leave = (place: string, da: string, en: string, whyDa: string, whyEn: string): LeftOut => ({
  what: { da, en },
  why: { da: whyDa, en: whyEn },
  source: slide(place),
})
const proseDa = 'Gengives ikke som data; oplægget selv er kilden.'
const proseEn = 'Not carried as data; the presentation itself is the source.'

export const leftOut: readonly LeftOut[] = [
  leave(
    'BRED INVOLVERING',
    'Fem citater af unge',
    'Five quotes of young people',
    'De unges samtykke er ukendt.',
    'It is unknown whether the young people agreed.',
  ),
  leave(
    'TI unge, FEM politikere, EN UNG POLITIK',
    'Billederne',
    'The pictures',
    'Rettigheder og samtykke er ukendt.',
    'Rights and consent are unknown.',
  ),
  leave(
    'STÅENDE UDVALG',
    'Stregerne fra opgaveudvalg til stående udvalg',
    'The lines from task committee to standing committee',
    'De kan ikke læses af kilden; ejerudvalgene står som ukendte.',
    'They cannot be read from the source; the owner committees stand as unknown.',
  ),
  leave(
    'Vores politisk arbejdsform',
    'Mål og resultater for arbejdsformen',
    'Aims and results of the working form',
    proseDa,
    proseEn,
  ),
  leave(
    'Hvad er det nye?',
    'Erfaringer og forventninger til den nye form',
    'Experience and expectations of the new form',
    proseDa,
    proseEn,
  ),
  leave(
    'Hvordan har vi gjort det?',
    'Beskrivelsen af, hvordan udvalgenes roller blev ændret',
    'The description of how roles changed',
    'Rollerne står som formål og beføjelse ved hvert udvalg.',
    'The roles stand as purpose and competence of each body.',
  ),
  leave(
    'Nedsættelse af opgaveudvalg',
    'De fire rekrutteringskanaler og listen over interesserede',
    'The four recruitment channels and the list of interested',
    'Rekruttering er ikke bygget endnu.',
    'Recruitment is not built yet.',
  ),
  leave(
    'Nye politiske rum',
    'Hvad kommissorier, fællesmøder og opgaveudvalg gør muligt',
    'What commissions, joint meetings and task committees make possible',
    proseDa,
    proseEn,
  ),
  leave(
    'Forhåbningerne er indfriet. Evaluering',
    'Evalueringens fire forhåbninger, tre bekymringer og fire imødekommelser i ord',
    'The four hopes, three worries and four answers of the evaluation, in words',
    'Kun de fem tal med deres udsagn er data.',
    'Only the five figures with their statements are data.',
  ),
  leave(
    'FORMÅLET - OPGAVEN',
    'Opgaven til "Vi skaber sammen" i sin helhed',
    'The whole task of "Vi skaber sammen"',
    'De tre spørgsmål står som formål ved opgaveudvalget.',
    'The three questions stand as the purpose of the task committee.',
  ),
  leave(
    'BRED INVOLVERING',
    '24-timers ungecamp på rådhuset, 100 unge, syv centrale udfordringer',
    'A 24-hour camp at the town hall, 100 young people, seven central challenges',
    'Udfordringerne nævnes ikke i oplægget, og en offentlig side siger omkring 70 deltagere. Demoens egen camp er opdigtet.',
    'The presentation does not name the challenges, and a public page says about 70 took part. The camp of the demonstration is invented.',
  ),
  leave(
    'Kommissorium møder virkeligheden; KOMMUNIKATION; Tillid, Åbenhed, Tryghed; VIDEN; FACILITERING',
    'Overskrifter uden tekst',
    'Headings without text',
    'Der står intet under dem.',
    'Nothing stands below them.',
  ),
  leave(
    'Hvordan arbejder vi?',
    'Formidling, lancering, implementering; inspiration og mobilisering, konkrete indsatser',
    'Communication, launch, implementation; inspiration and mobilising, concrete actions',
    'Sporene efter vedtagelse er ikke bygget endnu.',
    'The tracks after adoption are not built yet.',
  ),
]

// The English of the front page.
import type { Texts } from '../texts.js'
import type { front as danish } from '../da/front.js'

export const front: Texts<typeof danish> = {
  title: 'Front page',
  intro:
    'In Fællesrum politicians and citizens write policy together. Everybody can follow what is being written, who sits on which committee, and what has been decided.',
  seeWriting: 'See what is being written',
  findBody: 'Find a committee',
  morning: 'Good morning, {{name}}',
  day: 'Good day, {{name}}',
  evening: 'Good evening, {{name}}',
  itIs: 'It is {{day}}.',
  nextMeeting: 'Your next meeting:',
  awaits: 'Waiting for you',
  awaitsNothing: 'Nothing is waiting for you right now.',
  awaitsGo: 'Go to the text',
  awaitsGoCommission: 'Go to the commission',
  awaitsGoBody: 'Go to the committee',
  writing: 'Being written right now',
  writingNone: 'No commission is being written right now.',
  allCommissions: 'All commissions',
  open: 'Open: everybody can read along.',
  changed: 'Changed {{when}}',
  write: 'Write along',
  suggest: 'Read along',
  read: 'Read',
  mine: 'Your committees and commissions',
  mineNone: 'You are not part of anything yet.',
  mineFind: 'See the committees at work',
  atWork: 'Task committees at work',
  purpose: {
    title: 'What the room is for',
    sentence: 'In the municipality’s own words',
  },
  how: {
    title: 'How the municipality works',
    old: 'Old',
    new: 'New',
    source: 'Source: the municipality’s own presentation of its political working form, undated.',
  },
  whatFigures: 'the municipality’s figures',
  whatAwaits: 'what is waiting for you',
  figures: 'The municipality in figures',
  figuresSource: 'The figures are from the municipality’s own presentation, date unknown.',
  about: 'See figures, rules and sources',
}

// Municipality: what its own presentation says, as GraphQL answers it.
import { Field, Int, ObjectType } from 'type-graphql'
import { Body, Source } from '../committees/index.js'
import { LocalDate } from '../platform/index.js'

@ObjectType({ description: 'A figure of the municipality, as quoted.' })
export class Figure {
  @Field(() => String, { description: 'Its name for programs.' })
  key!: string

  @Field(() => String, { description: 'What is counted.' })
  label!: string

  @Field(() => String, { description: 'As the source writes it.' })
  value!: string

  @Field(() => String, { nullable: true, description: 'What does not add up.' })
  note!: string | null

  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source
}

@ObjectType({ description: 'Bydel: one of seven districts.' })
export class District {
  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string
}

@ObjectType({ description: 'A field of the administration’s work.' })
export class AdministrativeArea {
  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => [Body], { description: 'The committees whose remit it touches.' })
  bodies!: Body[]

  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source
}

@ObjectType({ description: 'A rule of the municipality’s working form, with the days between which it holds.' })
export class DatedRule {
  @Field(() => String, { description: 'Its name for programs.' })
  key!: string

  @Field(() => String, { nullable: true, description: 'The gate that it belongs to, where it belongs to one.' })
  gate!: string | null

  @Field(() => String, { description: 'The rule.' })
  text!: string

  @Field(() => LocalDate, { nullable: true, description: 'From this day; null where the source does not say.' })
  validFrom!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'To this day; null while it holds.' })
  validTo!: string | null

  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source
}

@ObjectType({ description: 'A paragraph that can be quoted.' })
export class StatuteParagraph {
  @Field(() => String, { description: 'Its name in addresses.' })
  anchor!: string

  @Field(() => String, { description: 'What it is about.' })
  heading!: string

  @Field(() => String, { description: 'Word for word.' })
  text!: string
}

@ObjectType({ description: 'A version of a by-law, as far as it is known.' })
export class StatuteVersion {
  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string

  @Field(() => String, { description: 'Its title.' })
  title!: string

  @Field(() => String, { description: 'What is known of its date.' })
  dated!: string

  @Field(() => [StatuteParagraph], { description: 'Its paragraphs.' })
  paragraphs!: StatuteParagraph[]

  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source
}

@ObjectType({ description: 'What the municipality’s evaluation found.' })
export class EvaluationFigure {
  @Field(() => Int, { description: 'Per cent.' })
  percent!: number

  @Field(() => String, { description: 'Who was asked.' })
  group!: string

  @Field(() => String, { description: 'What they said.' })
  statement!: string

  @Field(() => String, { description: 'How many answered, as far as it is known.' })
  respondents!: string

  @Field(() => String, { description: 'When, as far as it is known.' })
  dated!: string

  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source
}

@ObjectType({ description: 'Something that the source says and that is not carried here.' })
export class LeftOut {
  @Field(() => String, { description: 'What.' })
  what!: string

  @Field(() => String, { description: 'Why.' })
  why!: string

  @Field(() => Source, { description: 'Where it stands.' })
  source!: Source
}

@ObjectType({ description: 'The municipality: its figures, districts, rules and own words, each with its source.' })
export class Municipality {
  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => String, { description: 'Its time zone.' })
  zone!: string

  @Field(() => String, { description: 'The question that the portal asks.' })
  question!: string

  @Field(() => String, { description: 'What the portal is for, in the municipality’s own words.' })
  portalSentence!: string

  @Field(() => [String], { description: 'How policy was made before.' })
  oldWay!: string[]

  @Field(() => [String], { description: 'How it is made now.' })
  newWay!: string[]

  @Field(() => [Figure], { description: 'Its figures.' })
  figures!: Figure[]

  @Field(() => [District], { description: 'Its districts.' })
  districts!: District[]

  @Field(() => [AdministrativeArea], { description: 'The fields of its administration.' })
  administrativeAreas!: AdministrativeArea[]

  @Field(() => [StatuteVersion], { description: 'Its by-law, as quoted.' })
  statutes!: StatuteVersion[]

  @Field(() => [EvaluationFigure], { description: 'What its evaluation found.' })
  evaluationFigures!: EvaluationFigure[]

  @Field(() => [LeftOut], { description: 'What its presentation says and is not carried here, each with the reason.' })
  leftOut!: LeftOut[]

  @Field(() => Boolean, { description: 'True where persons and running committees are made up.' })
  demo!: boolean
}

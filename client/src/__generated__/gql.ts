/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ShellFacts {\n    municipality {\n      name\n      demo\n      zone\n    }\n  }\n": typeof types.ShellFactsDocument,
    "\n  fragment CommissionLine on Commission {\n    id\n    slug\n    name\n    question\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    draft {\n      id\n      updatedAt\n      viewerAccess\n    }\n  }\n": typeof types.CommissionLineFragmentDoc,
    "\n  fragment CommissionPageFrame on Commission {\n    id\n    slug\n    name\n    question\n    state\n    body {\n      id\n      slug\n      name\n    }\n    draft {\n      id\n      words\n      updatedAt\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n    }\n    sources {\n      ...SourceLine\n    }\n    ...StageRail\n    ...SeatPlanCard\n    ...Writers\n    ...OpennessCard\n    ...NextSteps\n    ...CommissionHistory\n  }\n": typeof types.CommissionPageFrameFragmentDoc,
    "\n  query CommissionPage($slug: String!) {\n    commission(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n": typeof types.CommissionPageDocument,
    "\n  subscription CommissionChanged($slug: String!) {\n    commissionChanged(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n": typeof types.CommissionChangedDocument,
    "\n  query CommissionTextPage($slug: String!) {\n    commission(slug: $slug) {\n      id\n      name\n      ...CommissionText\n    }\n  }\n": typeof types.CommissionTextPageDocument,
    "\n  query CommissionsPage {\n    commissions(first: 50) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        state\n        draft {\n          id\n        }\n        ...CommissionLine\n      }\n    }\n  }\n": typeof types.CommissionsPageDocument,
    "\n  fragment EvidenceLine on Evidence {\n    on\n    sentence\n    body {\n      id\n      slug\n      name\n    }\n    meeting {\n      id\n      title\n    }\n    source {\n      ...SourceLine\n    }\n  }\n": typeof types.EvidenceLineFragmentDoc,
    "\n  fragment CommissionHistory on Commission {\n    history {\n      ...HistoryLine\n    }\n  }\n": typeof types.CommissionHistoryFragmentDoc,
    "\n  fragment InviteWriter on Commission {\n    id\n    version\n  }\n": typeof types.InviteWriterFragmentDoc,
    "\n  mutation InviteWriter($input: InviteWriterInput!) {\n    inviteWriter(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...Writers\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.InviteWriterDocument,
    "\n  fragment NextSteps on Commission {\n    state\n    next {\n      to\n      act\n      needs\n    }\n    viewerCan\n    ...RecordFromMinutesCommission\n  }\n": typeof types.NextStepsFragmentDoc,
    "\n  fragment OpennessCard on Commission {\n    id\n    version\n    openness\n    opened {\n      openness\n      at\n      by {\n        id\n        name\n      }\n    }\n    viewerCan\n    viewerCannot {\n      ...Cannot\n    }\n    ...InviteWriter\n  }\n": typeof types.OpennessCardFragmentDoc,
    "\n  mutation SetDraftOpenness($input: SetDraftOpennessInput!) {\n    setDraftOpenness(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetDraftOpennessDocument,
    "\n  fragment RecordFromMinutesCommission on Commission {\n    id\n    version\n    slug\n    state\n    next {\n      to\n    }\n  }\n": typeof types.RecordFromMinutesCommissionFragmentDoc,
    "\n  query WhoDecides($slug: String!) {\n    commission(slug: $slug) {\n      id\n      owners {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n      body {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n    }\n    council: body(slug: \"kommunalbestyrelsen\") {\n      id\n      name\n      meetings(first: 40) {\n        nodes {\n          id\n          title\n          startsAt\n        }\n      }\n    }\n  }\n": typeof types.WhoDecidesDocument,
    "\n  mutation RecordFromMinutes($input: RecordFromMinutesInput!) {\n    recordFromMinutes(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...CommissionPageFrame\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RecordFromMinutesDocument,
    "\n  fragment SeatPlanCard on Commission {\n    seatPlan {\n      politicians\n      citizens\n      note\n      profiles {\n        text\n        atLeast\n      }\n    }\n  }\n": typeof types.SeatPlanCardFragmentDoc,
    "\n  fragment StageRail on Commission {\n    state\n    stages {\n      state\n      number\n      reachedOn\n      plannedOn\n      times\n      evidence {\n        on\n        ...EvidenceLine\n      }\n    }\n  }\n": typeof types.StageRailFragmentDoc,
    "\n  fragment Writers on Commission {\n    owners {\n      id\n      slug\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    clerks {\n      id\n      name\n    }\n    invitations {\n      id\n      to\n      kind\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.WritersFragmentDoc,
    "\n  fragment BodyPageFrame on Body {\n    id\n    slug\n    name\n    kind\n    status\n    purpose\n    remit\n    competence\n    from\n    to\n    periodNote\n    closedBecause\n    ownersNote\n    owners {\n      id\n      slug\n      name\n    }\n    commission {\n      id\n      slug\n      state\n      draft {\n        id\n        viewerAccess\n      }\n      ...StageRail\n    }\n    history {\n      ...HistoryLine\n    }\n    sources {\n      ...SourceLine\n    }\n    ...Members\n    ...Meetings\n  }\n": typeof types.BodyPageFrameFragmentDoc,
    "\n  query BodyPage($slug: String!) {\n    body(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n": typeof types.BodyPageDocument,
    "\n  query BodyBelow($slug: String!) {\n    body(slug: $slug) {\n      id\n      ...Owned\n      commissions(first: 20) {\n        nodes {\n          id\n          ...CommissionLine\n        }\n      }\n    }\n  }\n": typeof types.BodyBelowDocument,
    "\n  subscription BodyChanged($slug: String!) {\n    bodyChanged(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n": typeof types.BodyChangedDocument,
    "\n  query CommitteesNow($mine: Boolean) {\n    bodies(filter: { status: ACTIVE, mine: $mine }, first: 40) {\n      nodes {\n        id\n        slug\n        name\n        kind\n        status\n        owners {\n          id\n        }\n        commission {\n          id\n          state\n        }\n      }\n    }\n    commissions(filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING], mine: $mine }, first: 20) {\n      nodes {\n        id\n        slug\n        name\n        state\n        owners {\n          id\n        }\n        body {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CommitteesNowDocument,
    "\n  fragment Meetings on Body {\n    meetings(first: 20) {\n      nodes {\n        id\n        title\n        startsAt\n        place\n      }\n    }\n  }\n": typeof types.MeetingsFragmentDoc,
    "\n  fragment Members on Body {\n    status\n    memberships(first: 30) {\n      totalCount\n      nodes {\n        id\n        kind\n        offices {\n          kind\n        }\n        group {\n          name\n        }\n        person {\n          id\n          name\n          nameIsPublic\n        }\n      }\n    }\n  }\n": typeof types.MembersFragmentDoc,
    "\n  fragment Owned on Body {\n    owned(status: ACTIVE, first: 40) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n": typeof types.OwnedFragmentDoc,
    "\n  query PastCommittees {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: CLOSED }, first: 60) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        sources {\n          place\n          note\n        }\n      }\n    }\n  }\n": typeof types.PastCommitteesDocument,
    "\n  query SelectedKnot($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Body {\n        name\n        purpose\n        chair {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n      ... on Commission {\n        name\n        question\n        drafters {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.SelectedKnotDocument,
    "\n  fragment CommissionText on Commission {\n    id\n    slug\n    name\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    draft {\n      id\n      room\n      versionName\n      html\n      sections {\n        key\n        number\n        title\n        guide\n      }\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n      viewerMandates {\n        access\n        mandate {\n          id\n          kind\n        }\n        ...WritingAs\n      }\n    }\n  }\n": typeof types.CommissionTextFragmentDoc,
    "\n  mutation EnterRoom($room: RoomName!, $as: ID, $shape: Int) {\n    enterRoom(room: $room, as: $as, shape: $shape) {\n      __typename\n      ... on RoomPass {\n        url\n        token\n        access\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.EnterRoomDocument,
    "\n  query DraftAuthorship($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Draft {\n        id\n        authorship {\n          seq\n          rule\n          people\n          characters\n          runs {\n            block\n            from\n            to\n            author {\n              label\n              mandateKind\n            }\n            copiedBy {\n              label\n              mandateKind\n            }\n          }\n          shares {\n            label\n            mandateKind\n            characters\n            share\n          }\n        }\n      }\n    }\n  }\n": typeof types.DraftAuthorshipDocument,
    "\n  fragment WritingAs on RoomMandate {\n    access\n    mandate {\n      id\n      kind\n      body {\n        id\n        name\n      }\n      commission {\n        id\n        name\n      }\n    }\n  }\n": typeof types.WritingAsFragmentDoc,
    "\n  query AboutPage {\n    municipality {\n      demo\n      figures {\n        key\n        label\n        value\n        note\n        source {\n          ...SourceLine\n        }\n      }\n      districts {\n        slug\n        name\n      }\n      administrativeAreas {\n        slug\n        name\n      }\n      rules {\n        key\n        text\n        validFrom\n        source {\n          ...SourceLine\n        }\n      }\n      statutes {\n        slug\n        title\n        dated\n        paragraphs {\n          anchor\n          heading\n          text\n        }\n        source {\n          ...SourceLine\n        }\n      }\n      evaluationFigures {\n        percent\n        group\n        statement\n        respondents\n        dated\n        source {\n          ...SourceLine\n        }\n      }\n      leftOut {\n        what\n        why\n        source {\n          ...SourceLine\n        }\n      }\n    }\n  }\n": typeof types.AboutPageDocument,
    "\n  query AtWork {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: ACTIVE }, first: 20) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n": typeof types.AtWorkDocument,
    "\n  fragment Awaits on Viewer {\n    awaits {\n      act\n      sentence\n      commission {\n        id\n        slug\n        name\n      }\n      body {\n        id\n        slug\n        name\n      }\n    }\n  }\n": typeof types.AwaitsFragmentDoc,
    "\n  fragment Figures on Municipality {\n    figures {\n      key\n      label\n      value\n    }\n  }\n": typeof types.FiguresFragmentDoc,
    "\n  query HomePage {\n    viewer {\n      ...Awaits\n      ...MyBodies\n    }\n  }\n": typeof types.HomePageDocument,
    "\n  fragment HowItWorks on Municipality {\n    oldWay\n    newWay\n  }\n": typeof types.HowItWorksFragmentDoc,
    "\n  fragment MyBodies on Viewer {\n    mandates {\n      id\n      kind\n      body {\n        id\n        slug\n        name\n      }\n      commission {\n        id\n        slug\n        name\n      }\n    }\n  }\n": typeof types.MyBodiesFragmentDoc,
    "\n  fragment OwnWords on Municipality {\n    name\n    portalSentence\n  }\n": typeof types.OwnWordsFragmentDoc,
    "\n  query WelcomePage {\n    municipality {\n      question\n      ...OwnWords\n      ...HowItWorks\n      ...Figures\n    }\n  }\n": typeof types.WelcomePageDocument,
    "\n  query WritingNow($states: [CommissionState!]) {\n    commissions(filter: { states: $states }, first: 12) {\n      nodes {\n        id\n        draft {\n          id\n          updatedAt\n          viewerAccess\n        }\n        ...CommissionLine\n      }\n    }\n  }\n": typeof types.WritingNowDocument,
    "\n  query InvitationPage($token: String!) {\n    invitation(token: $token) {\n      name\n      kind\n      bodyName\n      expiresAt\n      spent\n    }\n  }\n": typeof types.InvitationPageDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on ViewerResult {\n        viewer {\n          person {\n            id\n            name\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      __typename\n      ... on InvitationResult {\n        invitationUrl\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.InvitePersonDocument,
    "\n  query InvitationPlaces($written: [CommissionState!]) {\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n    commissions(filter: { states: $written }, first: 40) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.InvitationPlacesDocument,
    "\n  query PeoplePage($search: String, $after: String) {\n    people(search: $search, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n": typeof types.PeoplePageDocument,
    "\n  query PersonMandates($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Person {\n        name\n        mandates {\n          id\n          kind\n          from\n          to\n          endedBecause\n          body {\n            id\n            name\n          }\n          commission {\n            id\n            name\n          }\n        }\n      }\n    }\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.PersonMandatesDocument,
    "\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.GrantMandateDocument,
    "\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n          to\n          endedBecause\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.EndMandateDocument,
    "\n  query PickPeople($search: String!) {\n    people(search: $search, first: 6) {\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n": typeof types.PickPeopleDocument,
    "\n  query SignInPage {\n    demoPersons {\n      slug\n      name\n      label\n      kind\n      body\n    }\n  }\n": typeof types.SignInPageDocument,
    "\n  query ViewerIdentity {\n    viewer {\n      person {\n        id\n        slug\n        name\n      }\n      mandates {\n        id\n        kind\n        body {\n          id\n          slug\n        }\n      }\n    }\n  }\n": typeof types.ViewerIdentityDocument,
    "\n  fragment Cannot on ViewerCannot {\n    act\n    refusal {\n      code\n      message\n    }\n  }\n": typeof types.CannotFragmentDoc,
    "\n  fragment HistoryLine on HistoryEntry {\n    act\n    sentence\n    occurredAt\n    recordedAt\n    byMandate\n    by {\n      id\n      name\n    }\n  }\n": typeof types.HistoryLineFragmentDoc,
    "\n  fragment SourceLine on Source {\n    title\n    place\n    note\n    url\n  }\n": typeof types.SourceLineFragmentDoc,
};
const documents: Documents = {
    "\n  query ShellFacts {\n    municipality {\n      name\n      demo\n      zone\n    }\n  }\n": types.ShellFactsDocument,
    "\n  fragment CommissionLine on Commission {\n    id\n    slug\n    name\n    question\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    draft {\n      id\n      updatedAt\n      viewerAccess\n    }\n  }\n": types.CommissionLineFragmentDoc,
    "\n  fragment CommissionPageFrame on Commission {\n    id\n    slug\n    name\n    question\n    state\n    body {\n      id\n      slug\n      name\n    }\n    draft {\n      id\n      words\n      updatedAt\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n    }\n    sources {\n      ...SourceLine\n    }\n    ...StageRail\n    ...SeatPlanCard\n    ...Writers\n    ...OpennessCard\n    ...NextSteps\n    ...CommissionHistory\n  }\n": types.CommissionPageFrameFragmentDoc,
    "\n  query CommissionPage($slug: String!) {\n    commission(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n": types.CommissionPageDocument,
    "\n  subscription CommissionChanged($slug: String!) {\n    commissionChanged(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n": types.CommissionChangedDocument,
    "\n  query CommissionTextPage($slug: String!) {\n    commission(slug: $slug) {\n      id\n      name\n      ...CommissionText\n    }\n  }\n": types.CommissionTextPageDocument,
    "\n  query CommissionsPage {\n    commissions(first: 50) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        state\n        draft {\n          id\n        }\n        ...CommissionLine\n      }\n    }\n  }\n": types.CommissionsPageDocument,
    "\n  fragment EvidenceLine on Evidence {\n    on\n    sentence\n    body {\n      id\n      slug\n      name\n    }\n    meeting {\n      id\n      title\n    }\n    source {\n      ...SourceLine\n    }\n  }\n": types.EvidenceLineFragmentDoc,
    "\n  fragment CommissionHistory on Commission {\n    history {\n      ...HistoryLine\n    }\n  }\n": types.CommissionHistoryFragmentDoc,
    "\n  fragment InviteWriter on Commission {\n    id\n    version\n  }\n": types.InviteWriterFragmentDoc,
    "\n  mutation InviteWriter($input: InviteWriterInput!) {\n    inviteWriter(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...Writers\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.InviteWriterDocument,
    "\n  fragment NextSteps on Commission {\n    state\n    next {\n      to\n      act\n      needs\n    }\n    viewerCan\n    ...RecordFromMinutesCommission\n  }\n": types.NextStepsFragmentDoc,
    "\n  fragment OpennessCard on Commission {\n    id\n    version\n    openness\n    opened {\n      openness\n      at\n      by {\n        id\n        name\n      }\n    }\n    viewerCan\n    viewerCannot {\n      ...Cannot\n    }\n    ...InviteWriter\n  }\n": types.OpennessCardFragmentDoc,
    "\n  mutation SetDraftOpenness($input: SetDraftOpennessInput!) {\n    setDraftOpenness(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.SetDraftOpennessDocument,
    "\n  fragment RecordFromMinutesCommission on Commission {\n    id\n    version\n    slug\n    state\n    next {\n      to\n    }\n  }\n": types.RecordFromMinutesCommissionFragmentDoc,
    "\n  query WhoDecides($slug: String!) {\n    commission(slug: $slug) {\n      id\n      owners {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n      body {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n    }\n    council: body(slug: \"kommunalbestyrelsen\") {\n      id\n      name\n      meetings(first: 40) {\n        nodes {\n          id\n          title\n          startsAt\n        }\n      }\n    }\n  }\n": types.WhoDecidesDocument,
    "\n  mutation RecordFromMinutes($input: RecordFromMinutesInput!) {\n    recordFromMinutes(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...CommissionPageFrame\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RecordFromMinutesDocument,
    "\n  fragment SeatPlanCard on Commission {\n    seatPlan {\n      politicians\n      citizens\n      note\n      profiles {\n        text\n        atLeast\n      }\n    }\n  }\n": types.SeatPlanCardFragmentDoc,
    "\n  fragment StageRail on Commission {\n    state\n    stages {\n      state\n      number\n      reachedOn\n      plannedOn\n      times\n      evidence {\n        on\n        ...EvidenceLine\n      }\n    }\n  }\n": types.StageRailFragmentDoc,
    "\n  fragment Writers on Commission {\n    owners {\n      id\n      slug\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    clerks {\n      id\n      name\n    }\n    invitations {\n      id\n      to\n      kind\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.WritersFragmentDoc,
    "\n  fragment BodyPageFrame on Body {\n    id\n    slug\n    name\n    kind\n    status\n    purpose\n    remit\n    competence\n    from\n    to\n    periodNote\n    closedBecause\n    ownersNote\n    owners {\n      id\n      slug\n      name\n    }\n    commission {\n      id\n      slug\n      state\n      draft {\n        id\n        viewerAccess\n      }\n      ...StageRail\n    }\n    history {\n      ...HistoryLine\n    }\n    sources {\n      ...SourceLine\n    }\n    ...Members\n    ...Meetings\n  }\n": types.BodyPageFrameFragmentDoc,
    "\n  query BodyPage($slug: String!) {\n    body(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n": types.BodyPageDocument,
    "\n  query BodyBelow($slug: String!) {\n    body(slug: $slug) {\n      id\n      ...Owned\n      commissions(first: 20) {\n        nodes {\n          id\n          ...CommissionLine\n        }\n      }\n    }\n  }\n": types.BodyBelowDocument,
    "\n  subscription BodyChanged($slug: String!) {\n    bodyChanged(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n": types.BodyChangedDocument,
    "\n  query CommitteesNow($mine: Boolean) {\n    bodies(filter: { status: ACTIVE, mine: $mine }, first: 40) {\n      nodes {\n        id\n        slug\n        name\n        kind\n        status\n        owners {\n          id\n        }\n        commission {\n          id\n          state\n        }\n      }\n    }\n    commissions(filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING], mine: $mine }, first: 20) {\n      nodes {\n        id\n        slug\n        name\n        state\n        owners {\n          id\n        }\n        body {\n          id\n        }\n      }\n    }\n  }\n": types.CommitteesNowDocument,
    "\n  fragment Meetings on Body {\n    meetings(first: 20) {\n      nodes {\n        id\n        title\n        startsAt\n        place\n      }\n    }\n  }\n": types.MeetingsFragmentDoc,
    "\n  fragment Members on Body {\n    status\n    memberships(first: 30) {\n      totalCount\n      nodes {\n        id\n        kind\n        offices {\n          kind\n        }\n        group {\n          name\n        }\n        person {\n          id\n          name\n          nameIsPublic\n        }\n      }\n    }\n  }\n": types.MembersFragmentDoc,
    "\n  fragment Owned on Body {\n    owned(status: ACTIVE, first: 40) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n": types.OwnedFragmentDoc,
    "\n  query PastCommittees {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: CLOSED }, first: 60) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        sources {\n          place\n          note\n        }\n      }\n    }\n  }\n": types.PastCommitteesDocument,
    "\n  query SelectedKnot($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Body {\n        name\n        purpose\n        chair {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n      ... on Commission {\n        name\n        question\n        drafters {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.SelectedKnotDocument,
    "\n  fragment CommissionText on Commission {\n    id\n    slug\n    name\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    draft {\n      id\n      room\n      versionName\n      html\n      sections {\n        key\n        number\n        title\n        guide\n      }\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n      viewerMandates {\n        access\n        mandate {\n          id\n          kind\n        }\n        ...WritingAs\n      }\n    }\n  }\n": types.CommissionTextFragmentDoc,
    "\n  mutation EnterRoom($room: RoomName!, $as: ID, $shape: Int) {\n    enterRoom(room: $room, as: $as, shape: $shape) {\n      __typename\n      ... on RoomPass {\n        url\n        token\n        access\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.EnterRoomDocument,
    "\n  query DraftAuthorship($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Draft {\n        id\n        authorship {\n          seq\n          rule\n          people\n          characters\n          runs {\n            block\n            from\n            to\n            author {\n              label\n              mandateKind\n            }\n            copiedBy {\n              label\n              mandateKind\n            }\n          }\n          shares {\n            label\n            mandateKind\n            characters\n            share\n          }\n        }\n      }\n    }\n  }\n": types.DraftAuthorshipDocument,
    "\n  fragment WritingAs on RoomMandate {\n    access\n    mandate {\n      id\n      kind\n      body {\n        id\n        name\n      }\n      commission {\n        id\n        name\n      }\n    }\n  }\n": types.WritingAsFragmentDoc,
    "\n  query AboutPage {\n    municipality {\n      demo\n      figures {\n        key\n        label\n        value\n        note\n        source {\n          ...SourceLine\n        }\n      }\n      districts {\n        slug\n        name\n      }\n      administrativeAreas {\n        slug\n        name\n      }\n      rules {\n        key\n        text\n        validFrom\n        source {\n          ...SourceLine\n        }\n      }\n      statutes {\n        slug\n        title\n        dated\n        paragraphs {\n          anchor\n          heading\n          text\n        }\n        source {\n          ...SourceLine\n        }\n      }\n      evaluationFigures {\n        percent\n        group\n        statement\n        respondents\n        dated\n        source {\n          ...SourceLine\n        }\n      }\n      leftOut {\n        what\n        why\n        source {\n          ...SourceLine\n        }\n      }\n    }\n  }\n": types.AboutPageDocument,
    "\n  query AtWork {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: ACTIVE }, first: 20) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n": types.AtWorkDocument,
    "\n  fragment Awaits on Viewer {\n    awaits {\n      act\n      sentence\n      commission {\n        id\n        slug\n        name\n      }\n      body {\n        id\n        slug\n        name\n      }\n    }\n  }\n": types.AwaitsFragmentDoc,
    "\n  fragment Figures on Municipality {\n    figures {\n      key\n      label\n      value\n    }\n  }\n": types.FiguresFragmentDoc,
    "\n  query HomePage {\n    viewer {\n      ...Awaits\n      ...MyBodies\n    }\n  }\n": types.HomePageDocument,
    "\n  fragment HowItWorks on Municipality {\n    oldWay\n    newWay\n  }\n": types.HowItWorksFragmentDoc,
    "\n  fragment MyBodies on Viewer {\n    mandates {\n      id\n      kind\n      body {\n        id\n        slug\n        name\n      }\n      commission {\n        id\n        slug\n        name\n      }\n    }\n  }\n": types.MyBodiesFragmentDoc,
    "\n  fragment OwnWords on Municipality {\n    name\n    portalSentence\n  }\n": types.OwnWordsFragmentDoc,
    "\n  query WelcomePage {\n    municipality {\n      question\n      ...OwnWords\n      ...HowItWorks\n      ...Figures\n    }\n  }\n": types.WelcomePageDocument,
    "\n  query WritingNow($states: [CommissionState!]) {\n    commissions(filter: { states: $states }, first: 12) {\n      nodes {\n        id\n        draft {\n          id\n          updatedAt\n          viewerAccess\n        }\n        ...CommissionLine\n      }\n    }\n  }\n": types.WritingNowDocument,
    "\n  query InvitationPage($token: String!) {\n    invitation(token: $token) {\n      name\n      kind\n      bodyName\n      expiresAt\n      spent\n    }\n  }\n": types.InvitationPageDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on ViewerResult {\n        viewer {\n          person {\n            id\n            name\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      __typename\n      ... on InvitationResult {\n        invitationUrl\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.InvitePersonDocument,
    "\n  query InvitationPlaces($written: [CommissionState!]) {\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n    commissions(filter: { states: $written }, first: 40) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.InvitationPlacesDocument,
    "\n  query PeoplePage($search: String, $after: String) {\n    people(search: $search, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n": types.PeoplePageDocument,
    "\n  query PersonMandates($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Person {\n        name\n        mandates {\n          id\n          kind\n          from\n          to\n          endedBecause\n          body {\n            id\n            name\n          }\n          commission {\n            id\n            name\n          }\n        }\n      }\n    }\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.PersonMandatesDocument,
    "\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.GrantMandateDocument,
    "\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n          to\n          endedBecause\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.EndMandateDocument,
    "\n  query PickPeople($search: String!) {\n    people(search: $search, first: 6) {\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n": types.PickPeopleDocument,
    "\n  query SignInPage {\n    demoPersons {\n      slug\n      name\n      label\n      kind\n      body\n    }\n  }\n": types.SignInPageDocument,
    "\n  query ViewerIdentity {\n    viewer {\n      person {\n        id\n        slug\n        name\n      }\n      mandates {\n        id\n        kind\n        body {\n          id\n          slug\n        }\n      }\n    }\n  }\n": types.ViewerIdentityDocument,
    "\n  fragment Cannot on ViewerCannot {\n    act\n    refusal {\n      code\n      message\n    }\n  }\n": types.CannotFragmentDoc,
    "\n  fragment HistoryLine on HistoryEntry {\n    act\n    sentence\n    occurredAt\n    recordedAt\n    byMandate\n    by {\n      id\n      name\n    }\n  }\n": types.HistoryLineFragmentDoc,
    "\n  fragment SourceLine on Source {\n    title\n    place\n    note\n    url\n  }\n": types.SourceLineFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellFacts {\n    municipality {\n      name\n      demo\n      zone\n    }\n  }\n"): (typeof documents)["\n  query ShellFacts {\n    municipality {\n      name\n      demo\n      zone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommissionLine on Commission {\n    id\n    slug\n    name\n    question\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    draft {\n      id\n      updatedAt\n      viewerAccess\n    }\n  }\n"): (typeof documents)["\n  fragment CommissionLine on Commission {\n    id\n    slug\n    name\n    question\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    draft {\n      id\n      updatedAt\n      viewerAccess\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommissionPageFrame on Commission {\n    id\n    slug\n    name\n    question\n    state\n    body {\n      id\n      slug\n      name\n    }\n    draft {\n      id\n      words\n      updatedAt\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n    }\n    sources {\n      ...SourceLine\n    }\n    ...StageRail\n    ...SeatPlanCard\n    ...Writers\n    ...OpennessCard\n    ...NextSteps\n    ...CommissionHistory\n  }\n"): (typeof documents)["\n  fragment CommissionPageFrame on Commission {\n    id\n    slug\n    name\n    question\n    state\n    body {\n      id\n      slug\n      name\n    }\n    draft {\n      id\n      words\n      updatedAt\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n    }\n    sources {\n      ...SourceLine\n    }\n    ...StageRail\n    ...SeatPlanCard\n    ...Writers\n    ...OpennessCard\n    ...NextSteps\n    ...CommissionHistory\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommissionPage($slug: String!) {\n    commission(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n"): (typeof documents)["\n  query CommissionPage($slug: String!) {\n    commission(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CommissionChanged($slug: String!) {\n    commissionChanged(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n"): (typeof documents)["\n  subscription CommissionChanged($slug: String!) {\n    commissionChanged(slug: $slug) {\n      ...CommissionPageFrame\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommissionTextPage($slug: String!) {\n    commission(slug: $slug) {\n      id\n      name\n      ...CommissionText\n    }\n  }\n"): (typeof documents)["\n  query CommissionTextPage($slug: String!) {\n    commission(slug: $slug) {\n      id\n      name\n      ...CommissionText\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommissionsPage {\n    commissions(first: 50) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        state\n        draft {\n          id\n        }\n        ...CommissionLine\n      }\n    }\n  }\n"): (typeof documents)["\n  query CommissionsPage {\n    commissions(first: 50) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        state\n        draft {\n          id\n        }\n        ...CommissionLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EvidenceLine on Evidence {\n    on\n    sentence\n    body {\n      id\n      slug\n      name\n    }\n    meeting {\n      id\n      title\n    }\n    source {\n      ...SourceLine\n    }\n  }\n"): (typeof documents)["\n  fragment EvidenceLine on Evidence {\n    on\n    sentence\n    body {\n      id\n      slug\n      name\n    }\n    meeting {\n      id\n      title\n    }\n    source {\n      ...SourceLine\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommissionHistory on Commission {\n    history {\n      ...HistoryLine\n    }\n  }\n"): (typeof documents)["\n  fragment CommissionHistory on Commission {\n    history {\n      ...HistoryLine\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InviteWriter on Commission {\n    id\n    version\n  }\n"): (typeof documents)["\n  fragment InviteWriter on Commission {\n    id\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteWriter($input: InviteWriterInput!) {\n    inviteWriter(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...Writers\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteWriter($input: InviteWriterInput!) {\n    inviteWriter(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...Writers\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NextSteps on Commission {\n    state\n    next {\n      to\n      act\n      needs\n    }\n    viewerCan\n    ...RecordFromMinutesCommission\n  }\n"): (typeof documents)["\n  fragment NextSteps on Commission {\n    state\n    next {\n      to\n      act\n      needs\n    }\n    viewerCan\n    ...RecordFromMinutesCommission\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpennessCard on Commission {\n    id\n    version\n    openness\n    opened {\n      openness\n      at\n      by {\n        id\n        name\n      }\n    }\n    viewerCan\n    viewerCannot {\n      ...Cannot\n    }\n    ...InviteWriter\n  }\n"): (typeof documents)["\n  fragment OpennessCard on Commission {\n    id\n    version\n    openness\n    opened {\n      openness\n      at\n      by {\n        id\n        name\n      }\n    }\n    viewerCan\n    viewerCannot {\n      ...Cannot\n    }\n    ...InviteWriter\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDraftOpenness($input: SetDraftOpennessInput!) {\n    setDraftOpenness(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetDraftOpenness($input: SetDraftOpennessInput!) {\n    setDraftOpenness(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...OpennessCard\n          ...CommissionHistory\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecordFromMinutesCommission on Commission {\n    id\n    version\n    slug\n    state\n    next {\n      to\n    }\n  }\n"): (typeof documents)["\n  fragment RecordFromMinutesCommission on Commission {\n    id\n    version\n    slug\n    state\n    next {\n      to\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoDecides($slug: String!) {\n    commission(slug: $slug) {\n      id\n      owners {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n      body {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n    }\n    council: body(slug: \"kommunalbestyrelsen\") {\n      id\n      name\n      meetings(first: 40) {\n        nodes {\n          id\n          title\n          startsAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WhoDecides($slug: String!) {\n    commission(slug: $slug) {\n      id\n      owners {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n      body {\n        id\n        name\n        meetings(first: 20) {\n          nodes {\n            id\n            title\n            startsAt\n          }\n        }\n      }\n    }\n    council: body(slug: \"kommunalbestyrelsen\") {\n      id\n      name\n      meetings(first: 40) {\n        nodes {\n          id\n          title\n          startsAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordFromMinutes($input: RecordFromMinutesInput!) {\n    recordFromMinutes(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...CommissionPageFrame\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RecordFromMinutes($input: RecordFromMinutesInput!) {\n    recordFromMinutes(input: $input) {\n      __typename\n      ... on CommissionResult {\n        commission {\n          ...CommissionPageFrame\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SeatPlanCard on Commission {\n    seatPlan {\n      politicians\n      citizens\n      note\n      profiles {\n        text\n        atLeast\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment SeatPlanCard on Commission {\n    seatPlan {\n      politicians\n      citizens\n      note\n      profiles {\n        text\n        atLeast\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StageRail on Commission {\n    state\n    stages {\n      state\n      number\n      reachedOn\n      plannedOn\n      times\n      evidence {\n        on\n        ...EvidenceLine\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment StageRail on Commission {\n    state\n    stages {\n      state\n      number\n      reachedOn\n      plannedOn\n      times\n      evidence {\n        on\n        ...EvidenceLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Writers on Commission {\n    owners {\n      id\n      slug\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    clerks {\n      id\n      name\n    }\n    invitations {\n      id\n      to\n      kind\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Writers on Commission {\n    owners {\n      id\n      slug\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    clerks {\n      id\n      name\n    }\n    invitations {\n      id\n      to\n      kind\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BodyPageFrame on Body {\n    id\n    slug\n    name\n    kind\n    status\n    purpose\n    remit\n    competence\n    from\n    to\n    periodNote\n    closedBecause\n    ownersNote\n    owners {\n      id\n      slug\n      name\n    }\n    commission {\n      id\n      slug\n      state\n      draft {\n        id\n        viewerAccess\n      }\n      ...StageRail\n    }\n    history {\n      ...HistoryLine\n    }\n    sources {\n      ...SourceLine\n    }\n    ...Members\n    ...Meetings\n  }\n"): (typeof documents)["\n  fragment BodyPageFrame on Body {\n    id\n    slug\n    name\n    kind\n    status\n    purpose\n    remit\n    competence\n    from\n    to\n    periodNote\n    closedBecause\n    ownersNote\n    owners {\n      id\n      slug\n      name\n    }\n    commission {\n      id\n      slug\n      state\n      draft {\n        id\n        viewerAccess\n      }\n      ...StageRail\n    }\n    history {\n      ...HistoryLine\n    }\n    sources {\n      ...SourceLine\n    }\n    ...Members\n    ...Meetings\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BodyPage($slug: String!) {\n    body(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n"): (typeof documents)["\n  query BodyPage($slug: String!) {\n    body(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BodyBelow($slug: String!) {\n    body(slug: $slug) {\n      id\n      ...Owned\n      commissions(first: 20) {\n        nodes {\n          id\n          ...CommissionLine\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BodyBelow($slug: String!) {\n    body(slug: $slug) {\n      id\n      ...Owned\n      commissions(first: 20) {\n        nodes {\n          id\n          ...CommissionLine\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BodyChanged($slug: String!) {\n    bodyChanged(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n"): (typeof documents)["\n  subscription BodyChanged($slug: String!) {\n    bodyChanged(slug: $slug) {\n      ...BodyPageFrame\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommitteesNow($mine: Boolean) {\n    bodies(filter: { status: ACTIVE, mine: $mine }, first: 40) {\n      nodes {\n        id\n        slug\n        name\n        kind\n        status\n        owners {\n          id\n        }\n        commission {\n          id\n          state\n        }\n      }\n    }\n    commissions(filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING], mine: $mine }, first: 20) {\n      nodes {\n        id\n        slug\n        name\n        state\n        owners {\n          id\n        }\n        body {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CommitteesNow($mine: Boolean) {\n    bodies(filter: { status: ACTIVE, mine: $mine }, first: 40) {\n      nodes {\n        id\n        slug\n        name\n        kind\n        status\n        owners {\n          id\n        }\n        commission {\n          id\n          state\n        }\n      }\n    }\n    commissions(filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING], mine: $mine }, first: 20) {\n      nodes {\n        id\n        slug\n        name\n        state\n        owners {\n          id\n        }\n        body {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Meetings on Body {\n    meetings(first: 20) {\n      nodes {\n        id\n        title\n        startsAt\n        place\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Meetings on Body {\n    meetings(first: 20) {\n      nodes {\n        id\n        title\n        startsAt\n        place\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Members on Body {\n    status\n    memberships(first: 30) {\n      totalCount\n      nodes {\n        id\n        kind\n        offices {\n          kind\n        }\n        group {\n          name\n        }\n        person {\n          id\n          name\n          nameIsPublic\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Members on Body {\n    status\n    memberships(first: 30) {\n      totalCount\n      nodes {\n        id\n        kind\n        offices {\n          kind\n        }\n        group {\n          name\n        }\n        person {\n          id\n          name\n          nameIsPublic\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Owned on Body {\n    owned(status: ACTIVE, first: 40) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Owned on Body {\n    owned(status: ACTIVE, first: 40) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PastCommittees {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: CLOSED }, first: 60) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        sources {\n          place\n          note\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PastCommittees {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: CLOSED }, first: 60) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        sources {\n          place\n          note\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SelectedKnot($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Body {\n        name\n        purpose\n        chair {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n      ... on Commission {\n        name\n        question\n        drafters {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SelectedKnot($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Body {\n        name\n        purpose\n        chair {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n      ... on Commission {\n        name\n        question\n        drafters {\n          id\n          name\n        }\n        owners {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommissionText on Commission {\n    id\n    slug\n    name\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    draft {\n      id\n      room\n      versionName\n      html\n      sections {\n        key\n        number\n        title\n        guide\n      }\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n      viewerMandates {\n        access\n        mandate {\n          id\n          kind\n        }\n        ...WritingAs\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CommissionText on Commission {\n    id\n    slug\n    name\n    state\n    openness\n    owners {\n      id\n      name\n    }\n    drafters {\n      id\n      name\n    }\n    draft {\n      id\n      room\n      versionName\n      html\n      sections {\n        key\n        number\n        title\n        guide\n      }\n      viewerAccess\n      viewerAccessReason {\n        code\n        message\n      }\n      viewerMandates {\n        access\n        mandate {\n          id\n          kind\n        }\n        ...WritingAs\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnterRoom($room: RoomName!, $as: ID, $shape: Int) {\n    enterRoom(room: $room, as: $as, shape: $shape) {\n      __typename\n      ... on RoomPass {\n        url\n        token\n        access\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnterRoom($room: RoomName!, $as: ID, $shape: Int) {\n    enterRoom(room: $room, as: $as, shape: $shape) {\n      __typename\n      ... on RoomPass {\n        url\n        token\n        access\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftAuthorship($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Draft {\n        id\n        authorship {\n          seq\n          rule\n          people\n          characters\n          runs {\n            block\n            from\n            to\n            author {\n              label\n              mandateKind\n            }\n            copiedBy {\n              label\n              mandateKind\n            }\n          }\n          shares {\n            label\n            mandateKind\n            characters\n            share\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DraftAuthorship($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Draft {\n        id\n        authorship {\n          seq\n          rule\n          people\n          characters\n          runs {\n            block\n            from\n            to\n            author {\n              label\n              mandateKind\n            }\n            copiedBy {\n              label\n              mandateKind\n            }\n          }\n          shares {\n            label\n            mandateKind\n            characters\n            share\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WritingAs on RoomMandate {\n    access\n    mandate {\n      id\n      kind\n      body {\n        id\n        name\n      }\n      commission {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment WritingAs on RoomMandate {\n    access\n    mandate {\n      id\n      kind\n      body {\n        id\n        name\n      }\n      commission {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AboutPage {\n    municipality {\n      demo\n      figures {\n        key\n        label\n        value\n        note\n        source {\n          ...SourceLine\n        }\n      }\n      districts {\n        slug\n        name\n      }\n      administrativeAreas {\n        slug\n        name\n      }\n      rules {\n        key\n        text\n        validFrom\n        source {\n          ...SourceLine\n        }\n      }\n      statutes {\n        slug\n        title\n        dated\n        paragraphs {\n          anchor\n          heading\n          text\n        }\n        source {\n          ...SourceLine\n        }\n      }\n      evaluationFigures {\n        percent\n        group\n        statement\n        respondents\n        dated\n        source {\n          ...SourceLine\n        }\n      }\n      leftOut {\n        what\n        why\n        source {\n          ...SourceLine\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AboutPage {\n    municipality {\n      demo\n      figures {\n        key\n        label\n        value\n        note\n        source {\n          ...SourceLine\n        }\n      }\n      districts {\n        slug\n        name\n      }\n      administrativeAreas {\n        slug\n        name\n      }\n      rules {\n        key\n        text\n        validFrom\n        source {\n          ...SourceLine\n        }\n      }\n      statutes {\n        slug\n        title\n        dated\n        paragraphs {\n          anchor\n          heading\n          text\n        }\n        source {\n          ...SourceLine\n        }\n      }\n      evaluationFigures {\n        percent\n        group\n        statement\n        respondents\n        dated\n        source {\n          ...SourceLine\n        }\n      }\n      leftOut {\n        what\n        why\n        source {\n          ...SourceLine\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AtWork {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: ACTIVE }, first: 20) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AtWork {\n    bodies(filter: { kinds: [TASK_COMMITTEE], status: ACTIVE }, first: 20) {\n      totalCount\n      nodes {\n        id\n        slug\n        name\n        commission {\n          id\n          state\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Awaits on Viewer {\n    awaits {\n      act\n      sentence\n      commission {\n        id\n        slug\n        name\n      }\n      body {\n        id\n        slug\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Awaits on Viewer {\n    awaits {\n      act\n      sentence\n      commission {\n        id\n        slug\n        name\n      }\n      body {\n        id\n        slug\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Figures on Municipality {\n    figures {\n      key\n      label\n      value\n    }\n  }\n"): (typeof documents)["\n  fragment Figures on Municipality {\n    figures {\n      key\n      label\n      value\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomePage {\n    viewer {\n      ...Awaits\n      ...MyBodies\n    }\n  }\n"): (typeof documents)["\n  query HomePage {\n    viewer {\n      ...Awaits\n      ...MyBodies\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HowItWorks on Municipality {\n    oldWay\n    newWay\n  }\n"): (typeof documents)["\n  fragment HowItWorks on Municipality {\n    oldWay\n    newWay\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MyBodies on Viewer {\n    mandates {\n      id\n      kind\n      body {\n        id\n        slug\n        name\n      }\n      commission {\n        id\n        slug\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment MyBodies on Viewer {\n    mandates {\n      id\n      kind\n      body {\n        id\n        slug\n        name\n      }\n      commission {\n        id\n        slug\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnWords on Municipality {\n    name\n    portalSentence\n  }\n"): (typeof documents)["\n  fragment OwnWords on Municipality {\n    name\n    portalSentence\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WelcomePage {\n    municipality {\n      question\n      ...OwnWords\n      ...HowItWorks\n      ...Figures\n    }\n  }\n"): (typeof documents)["\n  query WelcomePage {\n    municipality {\n      question\n      ...OwnWords\n      ...HowItWorks\n      ...Figures\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WritingNow($states: [CommissionState!]) {\n    commissions(filter: { states: $states }, first: 12) {\n      nodes {\n        id\n        draft {\n          id\n          updatedAt\n          viewerAccess\n        }\n        ...CommissionLine\n      }\n    }\n  }\n"): (typeof documents)["\n  query WritingNow($states: [CommissionState!]) {\n    commissions(filter: { states: $states }, first: 12) {\n      nodes {\n        id\n        draft {\n          id\n          updatedAt\n          viewerAccess\n        }\n        ...CommissionLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitationPage($token: String!) {\n    invitation(token: $token) {\n      name\n      kind\n      bodyName\n      expiresAt\n      spent\n    }\n  }\n"): (typeof documents)["\n  query InvitationPage($token: String!) {\n    invitation(token: $token) {\n      name\n      kind\n      bodyName\n      expiresAt\n      spent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on ViewerResult {\n        viewer {\n          person {\n            id\n            name\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on ViewerResult {\n        viewer {\n          person {\n            id\n            name\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      __typename\n      ... on InvitationResult {\n        invitationUrl\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      __typename\n      ... on InvitationResult {\n        invitationUrl\n        expiresAt\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitationPlaces($written: [CommissionState!]) {\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n    commissions(filter: { states: $written }, first: 40) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query InvitationPlaces($written: [CommissionState!]) {\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n    commissions(filter: { states: $written }, first: 40) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeoplePage($search: String, $after: String) {\n    people(search: $search, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PeoplePage($search: String, $after: String) {\n    people(search: $search, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonMandates($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Person {\n        name\n        mandates {\n          id\n          kind\n          from\n          to\n          endedBecause\n          body {\n            id\n            name\n          }\n          commission {\n            id\n            name\n          }\n        }\n      }\n    }\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query PersonMandates($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Person {\n        name\n        mandates {\n          id\n          kind\n          from\n          to\n          endedBecause\n          body {\n            id\n            name\n          }\n          commission {\n            id\n            name\n          }\n        }\n      }\n    }\n    bodies(filter: { status: ACTIVE }, first: 60) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GrantMandate($input: GrantMandateInput!) {\n    grantMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n          to\n          endedBecause\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndMandate($input: EndMandateInput!) {\n    endMandate(input: $input) {\n      __typename\n      ... on MandateResult {\n        mandate {\n          id\n          to\n          endedBecause\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PickPeople($search: String!) {\n    people(search: $search, first: 6) {\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PickPeople($search: String!) {\n    people(search: $search, first: 6) {\n      nodes {\n        id\n        name\n        mandates {\n          id\n          kind\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInPage {\n    demoPersons {\n      slug\n      name\n      label\n      kind\n      body\n    }\n  }\n"): (typeof documents)["\n  query SignInPage {\n    demoPersons {\n      slug\n      name\n      label\n      kind\n      body\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ViewerIdentity {\n    viewer {\n      person {\n        id\n        slug\n        name\n      }\n      mandates {\n        id\n        kind\n        body {\n          id\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ViewerIdentity {\n    viewer {\n      person {\n        id\n        slug\n        name\n      }\n      mandates {\n        id\n        kind\n        body {\n          id\n          slug\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Cannot on ViewerCannot {\n    act\n    refusal {\n      code\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment Cannot on ViewerCannot {\n    act\n    refusal {\n      code\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryLine on HistoryEntry {\n    act\n    sentence\n    occurredAt\n    recordedAt\n    byMandate\n    by {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment HistoryLine on HistoryEntry {\n    act\n    sentence\n    occurredAt\n    recordedAt\n    byMandate\n    by {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceLine on Source {\n    title\n    place\n    note\n    url\n  }\n"): (typeof documents)["\n  fragment SourceLine on Source {\n    title\n    place\n    note\n    url\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
// Which types a union or interface of the API may be; Apollo matches fragments by it. Checked against the SDL by a test.
export const possibleTypes = {
  Node: ['Person', 'Mandate', 'Body', 'Meeting', 'Commission', 'Draft'],
  RoomPassResult: ['RoomPass', 'Refusal'],
  GrantMandateResult: ['MandateResult', 'Refusal'],
  EndMandateResult: ['MandateResult', 'Refusal'],
  InvitationOrRefusal: ['InvitationResult', 'Refusal'],
  CommissionOrRefusal: ['CommissionResult', 'Refusal'],
  ViewerOrRefusal: ['ViewerResult', 'Refusal'],
}

// The five steps of the studio, in the order in which one takes them.

export const steps = [
  { id: 'assistant', title: 'Your assistant', asks: 'Who answers?' },
  { id: 'look', title: 'Look', asks: 'How does it look?' },
  { id: 'words', title: 'Words', asks: 'What does it say?' },
  { id: 'behaviour', title: 'Behaviour', asks: 'What can visitors do?' },
  { id: 'publish', title: 'Put it on your site', asks: 'Where does it go?' },
] as const;

export type StepId = (typeof steps)[number]['id'];

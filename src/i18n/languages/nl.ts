// Dutch.

import type { Dictionary } from '../dictionary.ts';

const loadFailed =
  'Het gesprek kon niet worden geladen. Controleer uw verbinding en probeer het opnieuw.';

export const texts: Dictionary = {
  language: 'nl',

  endCall: 'Gesprek beëindigen',
  tryAgain: 'Opnieuw proberen',
  expand: 'Uitklappen',
  dismiss: 'Deze knop verbergen',
  statusPreparing: 'Starten…',
  loadFailed,
  typingLoadFailed:
    'De chat kon niet worden geladen. Controleer uw verbinding en probeer het opnieuw.',

  title: 'Spraakgesprek',
  collapse: 'Inklappen',
  close: 'Sluiten',
  mute: 'Microfoon dempen',
  tapToHear: 'Tik om te luisteren',
  callAgain: 'Opnieuw bellen',
  startOver: 'Opnieuw beginnen',
  useHere: 'Hier verdergaan',
  forget: 'Deze conversatie vergeten',
  forgotten: 'Deze conversatie is vergeten. Het volgende gesprek begint een nieuwe.',

  statusAllowMicrophone: 'Sta de microfoon toe…',
  statusConnecting: 'Verbinden…',
  statusWaitingForSound: 'Verbonden, wachten op geluid…',
  statusTalking: 'U kunt nu praten',
  statusListening: 'U kunt nu typen',
  statusThinking: 'Denkt na…',
  statusSpeaking: 'Spreekt…',
  statusMuted: 'Uw microfoon staat uit',
  statusUnheard: 'De assistent hoort u niet',
  statusReconnecting: 'Verbinding verbroken. Opnieuw verbinden…',
  statusEnding: 'Gesprek wordt beëindigd…',
  statusEnded: 'Gesprek beëindigd',
  statusEndedByAssistant: 'De assistent heeft het gesprek beëindigd',
  statusFailed: 'Het gesprek is niet gelukt',

  interruptHint: 'Praat om te onderbreken',
  interruptHintTyping: 'Typ om te onderbreken',

  noticeContinued: 'Uw conversatie ({when}) gaat verder',
  noticeNewConversation:
    'Uw eerdere conversatie kon niet worden voortgezet, dus dit is een nieuwe.',
  noticeSoundBlocked: 'Uw browser houdt het geluid tegen.',
  noticeMicrophoneLost:
    'De assistent hoort u niet meer. Sluit een microfoon aan en probeer het opnieuw.',
  noticeReconnecting: 'De assistent hoort u misschien nog.',
  noticeDialogueFailed: 'Meelezen en typen konden niet worden geladen.',

  typeInstead: 'Liever typen',

  waitToSend: 'U kunt weer berichten sturen zodra de verbinding terug is.',

  copied: 'Gekopieerd.',
  notCopied: 'De browser staat deze pagina niet toe te kopiëren.',

  errors: {
    'not-configured':
      'Deze assistent is nog niet ingesteld. Neem op een andere manier contact met ons op.',
    'unsupported-browser':
      'Met deze browser kunt u niet bellen. Gebruik een actuele Chrome, Edge, Firefox of Safari.',
    'insecure-context':
      'Bellen kan alleen op beveiligde pagina’s. Gebruik een adres dat met https begint.',
    'mic-denied':
      'De microfoon is niet toegestaan. Sta deze voor deze pagina toe in de instellingen van de browser en probeer het opnieuw.',
    'mic-missing': 'Er is geen microfoon gevonden. Sluit er een aan en probeer het opnieuw.',
    'mic-busy':
      'De microfoon wordt elders gebruikt. Sluit het andere programma en probeer het opnieuw.',
    'mic-blocked-by-page':
      'Deze pagina laat het gesprek uw microfoon niet gebruiken. Neem op een andere manier contact met ons op.',
    offline: 'U bent offline. Controleer uw verbinding en probeer het opnieuw.',
    'load-failed': loadFailed,
    'gateway-unreachable':
      'De assistent is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.',
    'login-refused':
      'De assistent neemt op dit moment geen gesprekken aan. Probeer het later opnieuw.',
    'token-failed':
      'U kon niet worden aangemeld voor het gesprek. Laad de pagina opnieuw en probeer het nog eens.',
    'conversation-gone': 'Deze conversatie kan niet worden voortgezet. U kunt een nieuwe beginnen.',
    'call-rejected': 'De assistent nam het gesprek niet aan. Probeer het zo meteen opnieuw.',
    'connection-lost': 'De verbinding is verbroken. Controleer uw netwerk en probeer het opnieuw.',
    'busy-elsewhere': 'Er loopt al een gesprek met deze assistent in een ander tabblad.',
    unexpected: 'Er ging iets mis. Probeer het opnieuw.',
  },

  consentTitle: 'Voordat u belt',
  consentTitleTyping: 'Voordat u schrijft',
  consentText:
    'U gaat praten met een AI-assistent. Uw stem en wat u schrijft worden naar de assistent gestuurd en kunnen worden bewaard.',
  agreeAndCall: 'Akkoord en bellen',
  agree: 'Akkoord',
  notNow: 'Niet nu',

  askTitle: 'Verdergaan waar u was gebleven?',
  askText: 'U sprak {when} met deze assistent.',
  continue: 'Conversatie voortzetten',

  transcript: 'Conversatie',
  you: 'U',
  assistant: 'Assistent',
  interrupted: 'onderbroken',
  image: 'Afbeelding',
  sending: 'Verzenden…',
  notSent: 'Niet verzonden.',
  sendAgain: 'Opnieuw verzenden',
  newest: 'Nieuwste',
  earlier: 'Eerdere berichten',
  showAll: 'Alles tonen',

  message: 'Bericht',
  send: 'Bericht verzenden',
  addImage: 'Afbeelding toevoegen',
  removeImage: 'Afbeelding verwijderen',
  imageTooLarge: 'Deze afbeelding is te groot. De limiet is {limit} MB.',
  imagesTooMany: 'Te veel afbeeldingen. De limiet is {limit}.',
  imageUnreadable: 'Dit bestand kan niet als afbeelding worden gelezen.',

  devices: 'Microfoon en luidspreker',
  microphone: 'Microfoon',
  speaker: 'Luidspreker',
  systemDefault: 'Standaard van het systeem',
  deviceFailed: 'Dit apparaat kan niet worden gebruikt.',
  poorConnection: 'Uw verbinding is slecht. Het geluid kan haperen.',
  noticeUnheard:
    'U wordt niet gehoord. Controleer of uw microfoon aan staat en niet elders in gebruik is, en probeer het opnieuw.',
  noticeUnanswered: 'De assistent zwijgt al even. U kunt het nog eens zeggen of later bellen.',

  menu: 'Meer',
  showTimes: 'Tijden tonen',
  hideTimes: 'Tijden verbergen',
  copyTranscript: 'Conversatie kopiëren',
  downloadTranscript: 'Conversatie downloaden',
  giveFeedback: 'Feedback geven',
  reportIssue: 'Een probleem melden',
  viewHistory: 'Eerdere conversaties',
  withdrawConsent: 'Mijn toestemming intrekken',

  feedbackQuestion: 'Hoe was het gesprek?',
  feedbackRating: '{rating} van {most}',
  feedbackComment: 'Wilt u iets toevoegen?',
  feedbackSend: 'Feedback verzenden',
  feedbackThanks: 'Bedankt voor uw feedback.',

  startCall: 'Gesprek starten',
  chatTitle: 'Chat',
  statusAnswering: 'Antwoordt…',
  stopAnswer: 'Antwoord stoppen',
  chatFailed: 'De assistent heeft niet geantwoord. Probeer het opnieuw.',
  chatBrokeOff: 'Het antwoord brak af. Probeer het opnieuw.',
  chatTooMuch: 'Dat was te veel tegelijk. Probeer het {when} opnieuw.',
  callBegan: 'Gesprek gestart',

  suggestions: 'Suggesties',
  enlarge: 'Paneel groter maken',
  shrink: 'Paneel kleiner maken',

  callByPhone: '{number} bellen met de telefoon',
  copyNumber: 'Nummer kopiëren',
  copyDetails: 'Gegevens voor support kopiëren',

  holdToTalk: 'Ingedrukt houden om te praten',
  holdListening: 'Ik luister. Laat los als u klaar bent.',
  holdHint: 'Houd de knop ingedrukt terwijl u praat',
  useHoldToTalk: 'Praten met een ingedrukte knop',
  useOpenMicrophone: 'Microfoon open laten',
  backToCall: 'Terug naar het gesprek',

  invitation: 'Uitnodiging',

  formTitle: 'Voordat we beginnen',
  formContinue: 'Doorgaan',
};

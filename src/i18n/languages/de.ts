// German. The space before “…” does not break.

import type { Dictionary } from '../dictionary.ts';

const loadFailed =
  'Der Anruf konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.';

export const texts: Dictionary = {
  language: 'de',

  endCall: 'Anruf beenden',
  tryAgain: 'Erneut versuchen',
  expand: 'Aufklappen',
  dismiss: 'Diese Schaltfläche ausblenden',
  statusPreparing: 'Wird gestartet\u00a0…',
  loadFailed,
  typingLoadFailed:
    'Der Chat konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',

  title: 'Sprachanruf',
  collapse: 'Zuklappen',
  close: 'Schließen',
  mute: 'Mikrofon stummschalten',
  tapToHear: 'Tippen und hören',
  callAgain: 'Erneut anrufen',
  startOver: 'Neu beginnen',
  useHere: 'Stattdessen hier sprechen',
  forget: 'Diese Unterhaltung vergessen',
  forgotten: 'Diese Unterhaltung ist vergessen. Der nächste Anruf beginnt eine neue.',

  statusAllowMicrophone: 'Bitte erlauben Sie das Mikrofon\u00a0…',
  statusConnecting: 'Verbindung wird aufgebaut\u00a0…',
  statusWaitingForSound: 'Verbunden, gleich kommt der Ton\u00a0…',
  statusTalking: 'Sie können jetzt sprechen',
  statusListening: 'Sie können jetzt schreiben',
  statusThinking: 'Denkt nach\u00a0…',
  statusSpeaking: 'Spricht\u00a0…',
  statusMuted: 'Ihr Mikrofon ist aus',
  statusUnheard: 'Der Assistent hört Sie nicht',
  statusReconnecting: 'Verbindung verloren. Wird neu verbunden\u00a0…',
  statusEnding: 'Anruf wird beendet\u00a0…',
  statusEnded: 'Anruf beendet',
  statusEndedByAssistant: 'Der Assistent hat den Anruf beendet',
  statusFailed: 'Der Anruf hat nicht geklappt',

  interruptHint: 'Zum Unterbrechen einfach sprechen',
  interruptHintTyping: 'Zum Unterbrechen einfach schreiben',

  noticeContinued: 'Ihre Unterhaltung ({when}) geht weiter',
  noticeNewConversation:
    'Ihre frühere Unterhaltung konnte nicht fortgesetzt werden. Dies ist eine neue.',
  noticeSoundBlocked: 'Ihr Browser hält den Ton zurück.',
  noticeMicrophoneLost:
    'Der Assistent hört Sie nicht mehr. Schließen Sie ein Mikrofon an und versuchen Sie es erneut.',
  noticeReconnecting: 'Der Assistent hört Sie vielleicht noch.',
  noticeDialogueFailed: 'Mitlesen und Schreiben konnten nicht geladen werden.',

  typeInstead: 'Lieber schreiben',

  waitToSend: 'Sobald die Verbindung wieder da ist, können Sie wieder Nachrichten senden.',

  copied: 'Kopiert.',
  notCopied: 'Der Browser lässt diese Seite nicht kopieren.',

  errors: {
    'not-configured':
      'Dieser Assistent ist noch nicht eingerichtet. Bitte erreichen Sie uns auf anderem Weg.',
    'unsupported-browser':
      'Mit diesem Browser sind keine Anrufe möglich. Bitte nutzen Sie ein aktuelles Chrome, Edge, Firefox oder Safari.',
    'insecure-context':
      'Anrufe gehen nur auf sicheren Seiten. Nutzen Sie eine Adresse, die mit https beginnt.',
    'mic-denied':
      'Das Mikrofon ist nicht erlaubt. Erlauben Sie es in den Einstellungen des Browsers für diese Seite und versuchen Sie es erneut.',
    'mic-missing':
      'Es wurde kein Mikrofon gefunden. Schließen Sie eines an und versuchen Sie es erneut.',
    'mic-busy':
      'Das Mikrofon wird anderswo verwendet. Schließen Sie das andere Programm und versuchen Sie es erneut.',
    'mic-blocked-by-page':
      'Diese Seite lässt den Anruf Ihr Mikrofon nicht nutzen. Bitte erreichen Sie uns auf anderem Weg.',
    offline: 'Sie sind offline. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'load-failed': loadFailed,
    'gateway-unreachable':
      'Der Assistent ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'login-refused':
      'Der Assistent nimmt gerade keine Anrufe an. Bitte versuchen Sie es später erneut.',
    'token-failed':
      'Sie konnten für den Anruf nicht angemeldet werden. Laden Sie die Seite neu und versuchen Sie es erneut.',
    'conversation-gone':
      'Diese Unterhaltung kann nicht fortgesetzt werden. Sie können eine neue beginnen.',
    'call-rejected':
      'Der Assistent hat den Anruf nicht angenommen. Bitte versuchen Sie es gleich noch einmal.',
    'connection-lost':
      'Die Verbindung ist abgebrochen. Prüfen Sie Ihr Netz und versuchen Sie es erneut.',
    'busy-elsewhere': 'Ein Anruf mit diesem Assistenten läuft in einem anderen Tab.',
    unexpected: 'Etwas ist schiefgegangen. Bitte versuchen Sie es erneut.',
  },

  consentTitle: 'Bevor Sie anrufen',
  consentTitleTyping: 'Bevor Sie schreiben',
  consentText:
    'Sie sprechen mit einem KI-Assistenten. Ihre Stimme und was Sie schreiben werden an ihn gesendet und möglicherweise gespeichert.',
  agreeAndCall: 'Zustimmen und anrufen',
  agree: 'Zustimmen',
  notNow: 'Jetzt nicht',

  askTitle: 'Dort weitermachen, wo Sie aufgehört haben?',
  askText: 'Sie haben {when} mit diesem Assistenten gesprochen.',
  continue: 'Unterhaltung fortsetzen',

  transcript: 'Unterhaltung',
  you: 'Sie',
  assistant: 'Assistent',
  interrupted: 'unterbrochen',
  image: 'Bild',
  sending: 'Wird gesendet\u00a0…',
  notSent: 'Nicht gesendet.',
  sendAgain: 'Erneut senden',
  newest: 'Neueste',
  earlier: 'Frühere Nachrichten',
  showAll: 'Alles anzeigen',

  message: 'Nachricht',
  send: 'Nachricht senden',
  addImage: 'Bild hinzufügen',
  removeImage: 'Bild entfernen',
  imageTooLarge: 'Dieses Bild ist zu groß. Erlaubt sind {limit} MB.',
  imagesTooMany: 'Zu viele Bilder. Erlaubt sind {limit}.',
  imageUnreadable: 'Diese Datei lässt sich nicht als Bild lesen.',

  devices: 'Mikrofon und Lautsprecher',
  microphone: 'Mikrofon',
  speaker: 'Lautsprecher',
  systemDefault: 'Wie im System eingestellt',
  deviceFailed: 'Dieses Gerät kann nicht verwendet werden.',
  poorConnection: 'Ihre Verbindung ist schlecht. Der Ton kann Lücken haben.',
  noticeUnheard:
    'Man hört Sie nicht. Prüfen Sie, ob Ihr Mikrofon an ist und nicht anderswo verwendet wird, und versuchen Sie es erneut.',
  noticeUnanswered:
    'Der Assistent schweigt seit einer Weile. Sie können es noch einmal sagen oder später anrufen.',

  menu: 'Mehr',
  showTimes: 'Zeiten anzeigen',
  hideTimes: 'Zeiten ausblenden',
  copyTranscript: 'Unterhaltung kopieren',
  downloadTranscript: 'Unterhaltung herunterladen',
  giveFeedback: 'Rückmeldung geben',
  reportIssue: 'Problem melden',
  viewHistory: 'Frühere Unterhaltungen',
  withdrawConsent: 'Zustimmung widerrufen',

  feedbackQuestion: 'Wie war der Anruf?',
  feedbackRating: '{rating} von {most}',
  feedbackComment: 'Möchten Sie etwas hinzufügen?',
  feedbackSend: 'Rückmeldung senden',
  feedbackThanks: 'Vielen Dank für Ihre Rückmeldung.',

  startCall: 'Anruf starten',
  chatTitle: 'Chat',
  statusAnswering: 'Antwortet\u00a0…',
  stopAnswer: 'Antwort abbrechen',
  chatFailed: 'Der Assistent hat nicht geantwortet. Bitte versuchen Sie es erneut.',
  chatBrokeOff: 'Die Antwort ist abgebrochen. Bitte versuchen Sie es erneut.',
  chatTooMuch: 'Das war zu viel auf einmal. Bitte versuchen Sie es {when} erneut.',
  callBegan: 'Anruf begonnen',

  suggestions: 'Vorschläge',
  enlarge: 'Fenster vergrößern',
  shrink: 'Fenster verkleinern',

  callByPhone: '{number} per Telefon anrufen',
  copyNumber: 'Nummer kopieren',
  copyDetails: 'Angaben für den Support kopieren',

  holdToTalk: 'Zum Sprechen halten',
  holdListening: 'Ich höre zu. Lassen Sie los, wenn Sie fertig sind.',
  holdHint: 'Halten Sie die Taste, während Sie sprechen',
  useHoldToTalk: 'Zum Sprechen eine Taste halten',
  useOpenMicrophone: 'Mikrofon offen lassen',
  backToCall: 'Zurück zum Anruf',

  invitation: 'Einladung',

  formTitle: 'Bevor es losgeht',
  formContinue: 'Weiter',
};

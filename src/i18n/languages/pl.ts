// Polish.

import type { Dictionary } from '../dictionary.ts';

const loadFailed =
  'Nie udało się wczytać rozmowy. Proszę sprawdzić połączenie i spróbować ponownie.';

export const texts: Dictionary = {
  language: 'pl',

  endCall: 'Zakończ rozmowę',
  tryAgain: 'Spróbuj ponownie',
  expand: 'Rozwiń',
  dismiss: 'Ukryj ten przycisk',
  statusPreparing: 'Uruchamianie…',
  loadFailed,
  typingLoadFailed:
    'Nie udało się wczytać czatu. Proszę sprawdzić połączenie i spróbować ponownie.',

  title: 'Rozmowa głosowa',
  collapse: 'Zwiń',
  close: 'Zamknij',
  mute: 'Wycisz mikrofon',
  tapToHear: 'Dotknij, aby słyszeć',
  callAgain: 'Zadzwoń ponownie',
  startOver: 'Zacznij od nowa',
  useHere: 'Rozmawiaj tutaj',
  forget: 'Zapomnij tę konwersację',
  forgotten: 'Ta konwersacja została zapomniana. Następna rozmowa rozpocznie nową.',

  statusAllowMicrophone: 'Proszę zezwolić na użycie mikrofonu…',
  statusConnecting: 'Łączenie…',
  statusWaitingForSound: 'Połączono, oczekiwanie na dźwięk…',
  statusTalking: 'Można już mówić',
  statusListening: 'Można już pisać',
  statusThinking: 'Myśli…',
  statusSpeaking: 'Mówi…',
  statusMuted: 'Mikrofon jest wyłączony',
  statusUnheard: 'Asystent Państwa nie słyszy',
  statusReconnecting: 'Utracono połączenie. Ponowne łączenie…',
  statusEnding: 'Kończenie rozmowy…',
  statusEnded: 'Rozmowa zakończona',
  statusEndedByAssistant: 'Asystent zakończył rozmowę',
  statusFailed: 'Rozmowa się nie udała',

  interruptHint: 'Aby przerwać, wystarczy mówić',
  interruptHintTyping: 'Aby przerwać, wystarczy pisać',

  noticeContinued: 'Ciąg dalszy konwersacji ({when})',
  noticeNewConversation: 'Nie udało się kontynuować wcześniejszej konwersacji, więc to jest nowa.',
  noticeSoundBlocked: 'Przeglądarka wstrzymuje dźwięk.',
  noticeMicrophoneLost:
    'Asystent już Państwa nie słyszy. Proszę podłączyć mikrofon i spróbować ponownie.',
  noticeReconnecting: 'Asystent może Państwa jeszcze słyszeć.',
  noticeDialogueFailed: 'Nie udało się wczytać zapisu rozmowy i pisania.',

  typeInstead: 'Wolę pisać',

  waitToSend: 'Wiadomości można znów wysyłać po powrocie połączenia.',

  copied: 'Skopiowano.',
  notCopied: 'Przeglądarka nie pozwala tej stronie kopiować.',

  errors: {
    'not-configured':
      'Ten asystent nie jest jeszcze skonfigurowany. Prosimy o kontakt w inny sposób.',
    'unsupported-browser':
      'Ta przeglądarka nie obsługuje rozmów. Proszę użyć aktualnej wersji Chrome, Edge, Firefox lub Safari.',
    'insecure-context':
      'Rozmowy działają tylko na bezpiecznych stronach. Proszę użyć adresu zaczynającego się od https.',
    'mic-denied':
      'Mikrofon nie jest dozwolony. Proszę zezwolić na niego dla tej strony w ustawieniach przeglądarki i spróbować ponownie.',
    'mic-missing': 'Nie znaleziono mikrofonu. Proszę go podłączyć i spróbować ponownie.',
    'mic-busy':
      'Mikrofon jest używany gdzie indziej. Proszę zamknąć inny program i spróbować ponownie.',
    'mic-blocked-by-page':
      'Ta strona nie pozwala użyć mikrofonu do rozmowy. Prosimy o kontakt w inny sposób.',
    offline: 'Brak połączenia z internetem. Proszę je sprawdzić i spróbować ponownie.',
    'load-failed': loadFailed,
    'gateway-unreachable':
      'Nie można połączyć się z asystentem. Proszę sprawdzić połączenie i spróbować ponownie.',
    'login-refused': 'Asystent w tej chwili nie przyjmuje rozmów. Proszę spróbować później.',
    'token-failed':
      'Logowanie do rozmowy nie powiodło się. Proszę odświeżyć stronę i spróbować ponownie.',
    'conversation-gone': 'Tej konwersacji nie można kontynuować. Można rozpocząć nową.',
    'call-rejected': 'Asystent nie odebrał rozmowy. Proszę spróbować ponownie za chwilę.',
    'connection-lost': 'Utracono połączenie. Proszę je sprawdzić i spróbować ponownie.',
    'busy-elsewhere': 'Rozmowa z tym asystentem trwa w innej karcie.',
    unexpected: 'Coś poszło nie tak. Proszę spróbować ponownie.',
  },

  consentTitle: 'Zanim Państwo zadzwonią',
  consentTitleTyping: 'Zanim Państwo napiszą',
  consentText:
    'Za chwilę rozmowa z asystentem AI. Państwa głos i to, co Państwo napiszą, są do niego wysyłane i mogą być przechowywane.',
  agreeAndCall: 'Zgadzam się i dzwonię',
  agree: 'Zgadzam się',
  notNow: 'Nie teraz',

  askTitle: 'Kontynuować w miejscu przerwania?',
  askText: 'Ostatnia rozmowa z tym asystentem: {when}.',
  continue: 'Kontynuuj konwersację',

  transcript: 'Konwersacja',
  you: 'Ja',
  assistant: 'Asystent',
  interrupted: 'przerwano',
  image: 'Obraz',
  sending: 'Wysyłanie…',
  notSent: 'Nie wysłano.',
  sendAgain: 'Wyślij ponownie',
  newest: 'Najnowsze',
  earlier: 'Wcześniejsze wiadomości',
  showAll: 'Pokaż wszystko',

  message: 'Wiadomość',
  send: 'Wyślij wiadomość',
  addImage: 'Dodaj obraz',
  removeImage: 'Usuń obraz',
  imageTooLarge: 'Ten obraz jest za duży. Limit to {limit} MB.',
  imagesTooMany: 'Limit to {limit} obrazów.',
  imageUnreadable: 'Tego pliku nie można odczytać jako obrazu.',

  devices: 'Mikrofon i głośnik',
  microphone: 'Mikrofon',
  speaker: 'Głośnik',
  systemDefault: 'Domyślne systemu',
  deviceFailed: 'Nie można użyć tego urządzenia.',
  poorConnection: 'Połączenie jest słabe. Dźwięk może się rwać.',
  noticeUnheard:
    'Nie słychać Państwa. Proszę sprawdzić, czy mikrofon jest włączony i nieużywany gdzie indziej, i spróbować ponownie.',
  noticeUnanswered: 'Asystent milczy. Proszę powtórzyć lub zadzwonić później.',

  menu: 'Więcej',
  showTimes: 'Pokaż godziny',
  hideTimes: 'Ukryj godziny',
  copyTranscript: 'Kopiuj konwersację',
  downloadTranscript: 'Pobierz konwersację',
  giveFeedback: 'Podziel się opinią',
  reportIssue: 'Zgłoś problem',
  viewHistory: 'Wcześniejsze konwersacje',
  withdrawConsent: 'Wycofuję zgodę',

  feedbackQuestion: 'Jak przebiegła rozmowa?',
  feedbackRating: '{rating} z {most}',
  feedbackComment: 'Coś jeszcze?',
  feedbackSend: 'Wyślij opinię',
  feedbackThanks: 'Dziękujemy za opinię.',

  startCall: 'Rozpocznij rozmowę',
  chatTitle: 'Czat',
  statusAnswering: 'Odpowiada…',
  stopAnswer: 'Zatrzymaj odpowiedź',
  chatFailed: 'Asystent nie odpowiedział. Proszę spróbować ponownie.',
  chatBrokeOff: 'Odpowiedź została przerwana. Proszę spróbować ponownie.',
  chatTooMuch: 'To było zbyt wiele naraz. Proszę spróbować ponownie {when}.',
  callBegan: 'Rozmowa rozpoczęta',

  suggestions: 'Propozycje',
  enlarge: 'Większy panel',
  shrink: 'Mniejszy panel',

  callByPhone: 'Zadzwoń pod {number} z telefonu',
  copyNumber: 'Kopiuj numer',
  copyDetails: 'Kopiuj dane dla wsparcia',

  holdToTalk: 'Przytrzymaj, aby mówić',
  holdListening: 'Słucham. Proszę puścić po zakończeniu.',
  holdHint: 'Trzymaj, gdy mówisz',
  useHoldToTalk: 'Mów, trzymając przycisk',
  useOpenMicrophone: 'Otwarty mikrofon',
  backToCall: 'Wróć do rozmowy',

  invitation: 'Zaproszenie',

  formTitle: 'Zanim zaczniemy',
  formContinue: 'Dalej',
};

// Italian.

import type { Dictionary } from '../dictionary.ts';

const loadFailed =
  'Non è stato possibile caricare la chiamata. Controlli la connessione, poi riprovi.';

export const texts: Dictionary = {
  language: 'it',

  endCall: 'Termina chiamata',
  tryAgain: 'Riprova',
  expand: 'Espandi',
  dismiss: 'Nascondi questo pulsante',
  statusPreparing: 'Avvio…',
  loadFailed,
  typingLoadFailed: 'Impossibile caricare la chat. Controlli la connessione e riprovi.',

  title: 'Chiamata vocale',
  collapse: 'Riduci',
  close: 'Chiudi',
  mute: 'Disattiva il microfono',
  tapToHear: 'Attiva l’audio',
  callAgain: 'Chiama di nuovo',
  startOver: 'Ricomincia',
  useHere: 'Continua qui',
  forget: 'Dimentica questa conversazione',
  forgotten: 'Questa conversazione è dimenticata. La prossima chiamata ne inizierà una nuova.',

  statusAllowMicrophone: 'Consenta l’uso del microfono…',
  statusConnecting: 'Connessione…',
  statusWaitingForSound: 'Connesso, in attesa dell’audio…',
  statusTalking: 'Ora può parlare',
  statusListening: 'Ora può scrivere',
  statusThinking: 'Sta pensando…',
  statusSpeaking: 'Sta parlando…',
  statusMuted: 'Il microfono è spento',
  statusUnheard: 'L’assistente non la sente',
  statusReconnecting: 'Connessione persa. Riconnessione…',
  statusEnding: 'Fine della chiamata…',
  statusEnded: 'Chiamata terminata',
  statusEndedByAssistant: 'L’assistente ha terminato la chiamata',
  statusFailed: 'La chiamata non è riuscita',

  interruptHint: 'Parli per interrompere',
  interruptHintTyping: 'Scriva per interrompere',

  noticeContinued: 'La sua conversazione continua ({when})',
  noticeNewConversation:
    'Non è stato possibile riprendere la conversazione precedente, quindi questa è nuova.',
  noticeSoundBlocked: 'Il browser sta bloccando l’audio.',
  noticeMicrophoneLost: 'L’assistente non la sente più. Colleghi un microfono, poi riprovi.',
  noticeReconnecting: 'L’assistente forse la sente ancora.',
  noticeDialogueFailed: 'Non è stato possibile caricare lettura e scrittura.',

  typeInstead: 'Preferisco scrivere',

  waitToSend: 'Potrà inviare di nuovo messaggi quando torna la connessione.',

  copied: 'Copiato.',
  notCopied: 'Il browser non permette a questa pagina di copiare.',

  errors: {
    'not-configured': 'Questo assistente non è ancora configurato. Ci contatti in un altro modo.',
    'unsupported-browser':
      'Questo browser non permette chiamate. Usi una versione aggiornata di Chrome, Edge, Firefox o Safari.',
    'insecure-context':
      'Le chiamate funzionano solo su pagine sicure. Usi un indirizzo che inizia con https.',
    'mic-denied':
      'Il microfono non è consentito. Lo consenta per questa pagina nelle impostazioni del browser, poi riprovi.',
    'mic-missing': 'Nessun microfono trovato. Ne colleghi uno, poi riprovi.',
    'mic-busy': 'Il microfono è usato altrove. Chiuda l’altro programma, poi riprovi.',
    'mic-blocked-by-page':
      'Questa pagina non permette alla chiamata di usare il microfono. Ci contatti in un altro modo.',
    offline: 'È offline. Controlli la connessione, poi riprovi.',
    'load-failed': loadFailed,
    'gateway-unreachable':
      'L’assistente non è raggiungibile. Controlli la connessione, poi riprovi.',
    'login-refused': 'Al momento l’assistente non riceve chiamate. Riprovi più tardi.',
    'token-failed':
      'Non è stato possibile effettuare l’accesso per la chiamata. Ricarichi la pagina, poi riprovi.',
    'conversation-gone': 'Questa conversazione non può continuare. Può iniziarne una nuova.',
    'call-rejected': 'L’assistente non ha risposto alla chiamata. Riprovi tra un momento.',
    'connection-lost': 'La connessione si è interrotta. Controlli la rete, poi riprovi.',
    'busy-elsewhere': 'Una chiamata con questo assistente è in corso in un’altra scheda.',
    unexpected: 'Qualcosa è andato storto. Riprovi.',
  },

  consentTitle: 'Prima di chiamare',
  consentTitleTyping: 'Prima di scrivere',
  consentText:
    'Parlerà con un assistente IA. La sua voce e ciò che scrive gli vengono inviati e possono essere conservati.',
  agreeAndCall: 'Accetta e chiama',
  agree: 'Accetta',
  notNow: 'Non ora',

  askTitle: 'Riprendere da dove aveva lasciato?',
  askText: 'Ha parlato con questo assistente {when}.',
  continue: 'Continua la conversazione',

  transcript: 'Conversazione',
  you: 'Lei',
  assistant: 'Assistente',
  interrupted: 'interrotto',
  image: 'Immagine',
  sending: 'Invio…',
  notSent: 'Non inviato.',
  sendAgain: 'Invia di nuovo',
  newest: 'Più recenti',
  earlier: 'Messaggi precedenti',
  showAll: 'Mostra tutto',

  message: 'Messaggio',
  send: 'Invia messaggio',
  addImage: 'Aggiungi un’immagine',
  removeImage: 'Rimuovi l’immagine',
  imageTooLarge: 'Questa immagine è troppo grande. Il limite è di {limit} MB.',
  imagesTooMany: 'Troppe immagini. Il limite è di {limit}.',
  imageUnreadable: 'Questo file non può essere letto come immagine.',

  devices: 'Microfono e altoparlante',
  microphone: 'Microfono',
  speaker: 'Altoparlante',
  systemDefault: 'Predefinito di sistema',
  deviceFailed: 'Questo dispositivo non può essere usato.',
  poorConnection: 'La connessione è debole. L’audio potrebbe interrompersi.',
  noticeUnheard:
    'Non la si sente. Controlli che il microfono sia acceso e non in uso altrove, poi riprovi.',
  noticeUnanswered: 'L’assistente tace da un po’. Può ripetere, o chiamare più tardi.',

  menu: 'Altro',
  showTimes: 'Mostra gli orari',
  hideTimes: 'Nascondi gli orari',
  copyTranscript: 'Copia la conversazione',
  downloadTranscript: 'Scarica la conversazione',
  giveFeedback: 'Lascia un parere',
  reportIssue: 'Segnala un problema',
  viewHistory: 'Conversazioni precedenti',
  withdrawConsent: 'Revoca il mio consenso',

  feedbackQuestion: 'Com’è andata la chiamata?',
  feedbackRating: '{rating} su {most}',
  feedbackComment: 'Vuole aggiungere qualcosa?',
  feedbackSend: 'Invia parere',
  feedbackThanks: 'Grazie per il suo parere.',

  startCall: 'Avvia chiamata',
  chatTitle: 'Chat',
  statusAnswering: 'Risponde…',
  stopAnswer: 'Interrompi la risposta',
  chatFailed: 'L’assistente non ha risposto. Riprovi.',
  chatBrokeOff: 'La risposta si è interrotta. Riprovi.',
  chatTooMuch: 'Troppi messaggi insieme. Riprovi {when}.',
  callBegan: 'Chiamata iniziata',

  suggestions: 'Suggerimenti',
  enlarge: 'Ingrandisci il pannello',
  shrink: 'Riduci il pannello',

  callByPhone: 'Chiama il {number} per telefono',
  copyNumber: 'Copia il numero',
  copyDetails: 'Copia i dettagli per l’assistenza',

  holdToTalk: 'Tieni premuto per parlare',
  holdListening: 'La ascolto. Rilasci quando ha finito.',
  holdHint: 'Tenga premuto il pulsante mentre parla',
  useHoldToTalk: 'Parlare tenendo premuto un pulsante',
  useOpenMicrophone: 'Lasciare il microfono aperto',
  backToCall: 'Torna alla chiamata',

  invitation: 'Invito',

  formTitle: 'Prima di iniziare',
  formContinue: 'Continua',
};

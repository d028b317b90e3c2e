// French. The space before “?” and “;” is narrow and does not break.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = 'L’appel n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.';

export const texts: Dictionary = {
  language: 'fr',

  endCall: 'Raccrocher',
  tryAgain: 'Réessayer',
  expand: 'Agrandir',
  dismiss: 'Masquer ce bouton',
  statusPreparing: 'Démarrage…',
  loadFailed,
  typingLoadFailed: 'Le chat n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',

  title: 'Appel vocal',
  collapse: 'Réduire',
  close: 'Fermer',
  mute: 'Couper le micro',
  tapToHear: 'Appuyez pour entendre',
  callAgain: 'Rappeler',
  startOver: 'Recommencer',
  useHere: 'Continuer ici',
  forget: 'Oublier cette conversation',
  forgotten: 'Cette conversation est oubliée. Le prochain appel en commencera une nouvelle.',

  statusAllowMicrophone: 'Veuillez autoriser le micro…',
  statusConnecting: 'Connexion…',
  statusWaitingForSound: 'Connecté, en attente du son…',
  statusTalking: 'Vous pouvez parler',
  statusListening: 'Vous pouvez écrire',
  statusThinking: 'Réfléchit…',
  statusSpeaking: 'Parle…',
  statusMuted: 'Votre micro est coupé',
  statusUnheard: 'L’assistant ne vous entend pas',
  statusReconnecting: 'Connexion perdue. Reconnexion…',
  statusEnding: 'Fin de l’appel…',
  statusEnded: 'Appel terminé',
  statusEndedByAssistant: 'L’assistant a mis fin à l’appel',
  statusFailed: 'L’appel n’a pas abouti',

  interruptHint: 'Parlez pour interrompre',
  interruptHintTyping: 'Écrivez pour interrompre',

  noticeContinued: 'Suite de votre conversation ({when})',
  noticeNewConversation:
    'Votre conversation précédente n’a pas pu être reprise\u202f; en voici une nouvelle.',
  noticeSoundBlocked: 'Votre navigateur retient le son.',
  noticeMicrophoneLost: 'L’assistant ne vous entend plus. Branchez un micro, puis réessayez.',
  noticeReconnecting: 'L’assistant vous entend peut-être encore.',
  noticeDialogueFailed: 'La lecture et la saisie n’ont pas pu être chargées.',

  typeInstead: 'Écrire plutôt',

  waitToSend: 'Vous pourrez de nouveau envoyer des messages dès le retour de la connexion.',

  copied: 'Copié.',
  notCopied: 'Le navigateur ne permet pas à cette page de copier.',

  errors: {
    'not-configured':
      'Cet assistant n’est pas encore configuré. Veuillez nous contacter autrement.',
    'unsupported-browser':
      'Ce navigateur ne permet pas les appels. Veuillez utiliser une version récente de Chrome, Edge, Firefox ou Safari.',
    'insecure-context':
      'Les appels ne marchent que sur des pages sécurisées. Utilisez une adresse qui commence par https.',
    'mic-denied':
      'Le micro n’est pas autorisé. Autorisez-le pour cette page dans les réglages du navigateur, puis réessayez.',
    'mic-missing': 'Aucun micro n’a été trouvé. Branchez-en un, puis réessayez.',
    'mic-busy': 'Le micro est utilisé ailleurs. Fermez l’autre programme, puis réessayez.',
    'mic-blocked-by-page':
      'Cette page ne permet pas à l’appel d’utiliser votre micro. Veuillez nous contacter autrement.',
    offline: 'Vous êtes hors ligne. Vérifiez votre connexion, puis réessayez.',
    'load-failed': loadFailed,
    'gateway-unreachable': 'L’assistant est injoignable. Vérifiez votre connexion, puis réessayez.',
    'login-refused':
      'L’assistant ne prend pas d’appels pour le moment. Veuillez réessayer plus tard.',
    'token-failed':
      'Vous n’avez pas pu être identifié pour l’appel. Rechargez la page, puis réessayez.',
    'conversation-gone':
      'Cette conversation ne peut pas être reprise. Vous pouvez en commencer une nouvelle.',
    'call-rejected': 'L’assistant n’a pas pris l’appel. Veuillez réessayer dans un instant.',
    'connection-lost': 'La connexion a été perdue. Vérifiez votre réseau, puis réessayez.',
    'busy-elsewhere': 'Un appel avec cet assistant est en cours dans un autre onglet.',
    unexpected: 'Un problème est survenu. Veuillez réessayer.',
  },

  consentTitle: 'Avant d’appeler',
  consentTitleTyping: 'Avant d’écrire',
  consentText:
    'Vous allez parler à un assistant IA. Votre voix et ce que vous écrivez lui sont transmis et peuvent être conservés.',
  agreeAndCall: 'Accepter et appeler',
  agree: 'Accepter',
  notNow: 'Pas maintenant',

  askTitle: 'Reprendre où vous en étiez\u202f?',
  askText: 'Vous avez parlé à cet assistant {when}.',
  continue: 'Reprendre la conversation',

  transcript: 'Conversation',
  you: 'Vous',
  assistant: 'Assistant',
  interrupted: 'interrompu',
  image: 'Image',
  sending: 'Envoi…',
  notSent: 'Non envoyé.',
  sendAgain: 'Renvoyer',
  newest: 'Plus récents',
  earlier: 'Messages précédents',
  showAll: 'Tout afficher',

  message: 'Message',
  send: 'Envoyer le message',
  addImage: 'Ajouter une image',
  removeImage: 'Retirer l’image',
  imageTooLarge: 'Cette image est trop grande. La limite est de {limit} Mo.',
  imagesTooMany: 'Trop d’images. La limite est de {limit}.',
  imageUnreadable: 'Ce fichier ne peut pas être lu comme une image.',

  devices: 'Micro et haut-parleur',
  microphone: 'Micro',
  speaker: 'Haut-parleur',
  systemDefault: 'Réglage du système',
  deviceFailed: 'Cet appareil ne peut pas être utilisé.',
  poorConnection: 'Votre connexion est faible. Le son peut être coupé par moments.',
  noticeUnheard:
    'On ne vous entend pas. Vérifiez que votre micro est allumé et n’est pas utilisé ailleurs, puis réessayez.',
  noticeUnanswered:
    'L’assistant ne dit rien depuis un moment. Vous pouvez répéter, ou rappeler plus tard.',

  menu: 'Plus',
  showTimes: 'Afficher les heures',
  hideTimes: 'Masquer les heures',
  copyTranscript: 'Copier la conversation',
  downloadTranscript: 'Télécharger la conversation',
  giveFeedback: 'Donner votre avis',
  reportIssue: 'Signaler un problème',
  viewHistory: 'Conversations précédentes',
  withdrawConsent: 'Retirer mon accord',

  feedbackQuestion: 'Comment s’est passé l’appel\u202f?',
  feedbackRating: '{rating} sur {most}',
  feedbackComment: 'Quelque chose à ajouter\u202f?',
  feedbackSend: 'Envoyer votre avis',
  feedbackThanks: 'Merci pour votre avis.',

  startCall: 'Lancer l’appel',
  chatTitle: 'Discussion',
  statusAnswering: 'Répond…',
  stopAnswer: 'Arrêter la réponse',
  chatFailed: 'L’assistant n’a pas répondu. Veuillez réessayer.',
  chatBrokeOff: 'La réponse s’est interrompue. Veuillez réessayer.',
  chatTooMuch: 'C’était trop à la fois. Veuillez réessayer {when}.',
  callBegan: 'Appel commencé',

  suggestions: 'Suggestions de questions',
  enlarge: 'Agrandir le panneau',
  shrink: 'Réduire le panneau',

  callByPhone: 'Appeler le {number} par téléphone',
  copyNumber: 'Copier le numéro',
  copyDetails: 'Copier les détails pour l’assistance',

  holdToTalk: 'Maintenir pour parler',
  holdListening: 'Je vous écoute. Relâchez quand vous avez terminé.',
  holdHint: 'Maintenez le bouton pendant que vous parlez',
  useHoldToTalk: 'Parler en maintenant un bouton',
  useOpenMicrophone: 'Laisser le micro ouvert',
  backToCall: 'Revenir à l’appel',

  invitation: 'Invitation à parler',

  formTitle: 'Avant de commencer',
  formContinue: 'Continuer',
};

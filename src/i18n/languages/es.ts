// Spanish.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = 'No se pudo cargar la llamada. Compruebe su conexión e inténtelo de nuevo.';

export const texts: Dictionary = {
  language: 'es',

  endCall: 'Terminar llamada',
  tryAgain: 'Intentar de nuevo',
  expand: 'Ampliar',
  dismiss: 'Ocultar este botón',
  statusPreparing: 'Iniciando…',
  loadFailed,
  typingLoadFailed: 'No se pudo cargar el chat. Compruebe su conexión e inténtelo de nuevo.',

  title: 'Llamada de voz',
  collapse: 'Minimizar',
  close: 'Cerrar',
  mute: 'Silenciar el micrófono',
  tapToHear: 'Toque para oír',
  callAgain: 'Volver a llamar',
  startOver: 'Empezar de nuevo',
  useHere: 'Seguir aquí',
  forget: 'Olvidar esta conversación',
  forgotten: 'Esta conversación está olvidada. La próxima llamada empezará una nueva.',

  statusAllowMicrophone: 'Permita el uso del micrófono…',
  statusConnecting: 'Conectando…',
  statusWaitingForSound: 'Conectado, esperando el sonido…',
  statusTalking: 'Ya puede hablar',
  statusListening: 'Ya puede escribir',
  statusThinking: 'Pensando…',
  statusSpeaking: 'Hablando…',
  statusMuted: 'Su micrófono está apagado',
  statusUnheard: 'El asistente no le oye',
  statusReconnecting: 'Conexión perdida. Reconectando…',
  statusEnding: 'Terminando la llamada…',
  statusEnded: 'Llamada terminada',
  statusEndedByAssistant: 'El asistente terminó la llamada',
  statusFailed: 'La llamada no funcionó',

  interruptHint: 'Hable para interrumpir',
  interruptHintTyping: 'Escriba para interrumpir',

  noticeContinued: 'Continúa su conversación ({when})',
  noticeNewConversation:
    'No se pudo continuar su conversación anterior, así que esta es una nueva.',
  noticeSoundBlocked: 'Su navegador está reteniendo el sonido.',
  noticeMicrophoneLost: 'El asistente ya no le oye. Conecte un micrófono e inténtelo de nuevo.',
  noticeReconnecting: 'Puede que el asistente todavía le oiga.',
  noticeDialogueFailed: 'No se pudo cargar lo necesario para leer y escribir.',

  typeInstead: 'Mejor escribir',

  waitToSend: 'Podrá volver a enviar mensajes cuando se recupere la conexión.',

  copied: 'Copiado.',
  notCopied: 'El navegador no permite copiar a esta página.',

  errors: {
    'not-configured':
      'Este asistente aún no está configurado. Póngase en contacto con nosotros por otro medio.',
    'unsupported-browser':
      'Este navegador no permite hacer llamadas. Use una versión actual de Chrome, Edge, Firefox o Safari.',
    'insecure-context':
      'Las llamadas solo funcionan en páginas seguras. Use una dirección que empiece por https.',
    'mic-denied':
      'El micrófono no está permitido. Permítalo para esta página en los ajustes del navegador e inténtelo de nuevo.',
    'mic-missing': 'No se encontró ningún micrófono. Conecte uno e inténtelo de nuevo.',
    'mic-busy': 'El micrófono está en uso. Cierre el otro programa e inténtelo de nuevo.',
    'mic-blocked-by-page':
      'Esta página no permite que la llamada use su micrófono. Póngase en contacto con nosotros por otro medio.',
    offline: 'No tiene conexión. Compruébela e inténtelo de nuevo.',
    'load-failed': loadFailed,
    'gateway-unreachable':
      'No se puede contactar con el asistente. Compruebe su conexión e inténtelo de nuevo.',
    'login-refused':
      'El asistente no acepta llamadas en este momento. Inténtelo de nuevo más tarde.',
    'token-failed':
      'No se pudo iniciar su sesión para la llamada. Recargue la página e inténtelo de nuevo.',
    'conversation-gone': 'Esta conversación no se puede continuar. Puede empezar una nueva.',
    'call-rejected': 'El asistente no aceptó la llamada. Inténtelo de nuevo en un momento.',
    'connection-lost': 'Se perdió la conexión. Compruebe su red e inténtelo de nuevo.',
    'busy-elsewhere': 'Hay una llamada con este asistente en otra pestaña.',
    unexpected: 'Algo ha fallado. Inténtelo de nuevo.',
  },

  consentTitle: 'Antes de llamar',
  consentTitleTyping: 'Antes de escribir',
  consentText:
    'Va a hablar con un asistente de IA. Su voz y lo que escriba se le envían y pueden guardarse.',
  agreeAndCall: 'Aceptar y llamar',
  agree: 'Aceptar',
  notNow: 'Ahora no',

  askTitle: '¿Seguir donde lo dejó?',
  askText: 'Habló con este asistente {when}.',
  continue: 'Continuar la conversación',

  transcript: 'Conversación',
  you: 'Usted',
  assistant: 'Asistente',
  interrupted: 'interrumpido',
  image: 'Imagen',
  sending: 'Enviando…',
  notSent: 'No enviado.',
  sendAgain: 'Reenviar',
  newest: 'Más recientes',
  earlier: 'Mensajes anteriores',
  showAll: 'Mostrar todo',

  message: 'Mensaje',
  send: 'Enviar mensaje',
  addImage: 'Añadir una imagen',
  removeImage: 'Quitar la imagen',
  imageTooLarge: 'Esta imagen es demasiado grande. El límite es de {limit} MB.',
  imagesTooMany: 'Demasiadas imágenes. El límite es de {limit}.',
  imageUnreadable: 'Este archivo no se puede leer como imagen.',

  devices: 'Micrófono y altavoz',
  microphone: 'Micrófono',
  speaker: 'Altavoz',
  systemDefault: 'El del sistema',
  deviceFailed: 'Este dispositivo no se puede usar.',
  poorConnection: 'Su conexión es débil. El sonido puede cortarse.',
  noticeUnheard:
    'No se le oye. Compruebe que el micrófono está encendido y no se usa en otro sitio, e inténtelo de nuevo.',
  noticeUnanswered: 'El asistente lleva un rato en silencio. Puede repetirlo o llamar más tarde.',

  menu: 'Más',
  showTimes: 'Mostrar las horas',
  hideTimes: 'Ocultar las horas',
  copyTranscript: 'Copiar la conversación',
  downloadTranscript: 'Descargar la conversación',
  giveFeedback: 'Dar su opinión',
  reportIssue: 'Informar de un problema',
  viewHistory: 'Conversaciones anteriores',
  withdrawConsent: 'Retirar mi consentimiento',

  feedbackQuestion: '¿Cómo fue la llamada?',
  feedbackRating: '{rating} de {most}',
  feedbackComment: '¿Algo que añadir?',
  feedbackSend: 'Enviar opinión',
  feedbackThanks: 'Gracias por su opinión.',

  startCall: 'Iniciar llamada',
  chatTitle: 'Chat',
  statusAnswering: 'Respondiendo…',
  stopAnswer: 'Detener la respuesta',
  chatFailed: 'El asistente no ha respondido. Inténtelo de nuevo.',
  chatBrokeOff: 'La respuesta se ha interrumpido. Inténtelo de nuevo.',
  chatTooMuch: 'Ha sido demasiado a la vez. Inténtelo de nuevo {when}.',
  callBegan: 'Llamada iniciada',

  suggestions: 'Sugerencias',
  enlarge: 'Agrandar el panel',
  shrink: 'Reducir el panel',

  callByPhone: 'Llamar al {number} por teléfono',
  copyNumber: 'Copiar el número',
  copyDetails: 'Copiar los datos para soporte',

  holdToTalk: 'Mantener para hablar',
  holdListening: 'Le escucho. Suelte cuando haya terminado.',
  holdHint: 'Mantenga el botón mientras habla',
  useHoldToTalk: 'Hablar manteniendo un botón',
  useOpenMicrophone: 'Dejar el micrófono abierto',
  backToCall: 'Volver a la llamada',

  invitation: 'Invitación',

  formTitle: 'Antes de empezar',
  formContinue: 'Continuar',
};

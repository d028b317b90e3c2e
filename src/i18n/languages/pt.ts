// Portuguese as it is spoken in Brazil. It is well understood in Portugal.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = 'Não foi possível carregar a chamada. Verifique a sua conexão e tente de novo.';

export const texts: Dictionary = {
  language: 'pt',

  endCall: 'Encerrar chamada',
  tryAgain: 'Tentar de novo',
  expand: 'Expandir',
  dismiss: 'Ocultar este botão',
  statusPreparing: 'Iniciando…',
  loadFailed,
  typingLoadFailed: 'Não foi possível carregar o chat. Verifique a sua conexão e tente de novo.',

  title: 'Chamada de voz',
  collapse: 'Minimizar',
  close: 'Fechar',
  mute: 'Silenciar o microfone',
  tapToHear: 'Toque para ouvir',
  callAgain: 'Ligar de novo',
  startOver: 'Recomeçar',
  useHere: 'Continuar aqui',
  forget: 'Esquecer esta conversa',
  forgotten: 'Esta conversa foi esquecida. A próxima chamada inicia uma nova.',

  statusAllowMicrophone: 'Permita o uso do microfone…',
  statusConnecting: 'Conectando…',
  statusWaitingForSound: 'Conectado, aguardando o som…',
  statusTalking: 'Você já pode falar',
  statusListening: 'Você já pode escrever',
  statusThinking: 'Pensando…',
  statusSpeaking: 'Falando…',
  statusMuted: 'O seu microfone está desligado',
  statusUnheard: 'O assistente não ouve você',
  statusReconnecting: 'Conexão perdida. Reconectando…',
  statusEnding: 'Encerrando a chamada…',
  statusEnded: 'Chamada encerrada',
  statusEndedByAssistant: 'O assistente encerrou a chamada',
  statusFailed: 'A chamada não funcionou',

  interruptHint: 'Fale para interromper',
  interruptHintTyping: 'Escreva para interromper',

  noticeContinued: 'Continuação da sua conversa ({when})',
  noticeNewConversation:
    'Não foi possível continuar a conversa anterior, por isso esta é uma nova.',
  noticeSoundBlocked: 'O seu navegador está bloqueando o som.',
  noticeMicrophoneLost: 'O assistente não ouve mais você. Conecte um microfone e tente de novo.',
  noticeReconnecting: 'Talvez o assistente ainda ouça você.',
  noticeDialogueFailed: 'Não foi possível carregar a leitura e a escrita.',

  typeInstead: 'Escrever em vez disso',

  waitToSend: 'Você poderá enviar mensagens de novo quando a conexão voltar.',

  copied: 'Copiado.',
  notCopied: 'O navegador não permite que esta página copie.',

  errors: {
    'not-configured':
      'Este assistente ainda não está configurado. Por favor, entre em contato de outra forma.',
    'unsupported-browser':
      'Este navegador não permite chamadas. Por favor, use uma versão atual do Chrome, Edge, Firefox ou Safari.',
    'insecure-context':
      'As chamadas só funcionam em páginas seguras. Use um endereço que comece por https.',
    'mic-denied':
      'O microfone não está autorizado. Autorize-o para esta página nas configurações do navegador e tente de novo.',
    'mic-missing': 'Nenhum microfone foi encontrado. Conecte um e tente de novo.',
    'mic-busy': 'O microfone está em uso. Feche o outro programa e tente de novo.',
    'mic-blocked-by-page':
      'Esta página não permite que a chamada use o seu microfone. Por favor, entre em contato de outra forma.',
    offline: 'Não há conexão à internet. Verifique-a e tente de novo.',
    'load-failed': loadFailed,
    'gateway-unreachable':
      'Não foi possível contatar o assistente. Verifique a sua conexão e tente de novo.',
    'login-refused': 'O assistente não atende chamadas neste momento. Por favor, tente mais tarde.',
    'token-failed':
      'Não foi possível iniciar a sua sessão para a chamada. Recarregue a página e tente de novo.',
    'conversation-gone': 'Esta conversa não pode continuar. Você pode iniciar uma nova.',
    'call-rejected': 'O assistente não atendeu a chamada. Por favor, tente de novo daqui a pouco.',
    'connection-lost': 'A conexão foi perdida. Verifique a sua rede e tente de novo.',
    'busy-elsewhere': 'Há uma chamada com este assistente em outra aba.',
    unexpected: 'Algo deu errado. Por favor, tente de novo.',
  },

  consentTitle: 'Antes de ligar',
  consentTitleTyping: 'Antes de escrever',
  consentText:
    'Você vai falar com um assistente de IA. A sua voz e o que você escrever são enviados a ele e podem ser guardados.',
  agreeAndCall: 'Aceitar e ligar',
  agree: 'Aceitar',
  notNow: 'Agora não',

  askTitle: 'Continuar de onde parou?',
  askText: 'Você falou com este assistente {when}.',
  continue: 'Continuar a conversa',

  transcript: 'Conversa',
  you: 'Você',
  assistant: 'Assistente',
  interrupted: 'interrompido',
  image: 'Imagem',
  sending: 'Enviando…',
  notSent: 'Não enviado.',
  sendAgain: 'Enviar de novo',
  newest: 'Mais recentes',
  earlier: 'Mensagens anteriores',
  showAll: 'Mostrar tudo',

  message: 'Mensagem',
  send: 'Enviar mensagem',
  addImage: 'Adicionar uma imagem',
  removeImage: 'Remover a imagem',
  imageTooLarge: 'Esta imagem é grande demais. O limite é de {limit} MB.',
  imagesTooMany: 'Imagens demais. O limite é de {limit}.',
  imageUnreadable: 'Este arquivo não pode ser lido como imagem.',

  devices: 'Microfone e alto-falante',
  microphone: 'Microfone',
  speaker: 'Alto-falante',
  systemDefault: 'Padrão do sistema',
  deviceFailed: 'Este dispositivo não pode ser usado.',
  poorConnection: 'A sua conexão está fraca. O som pode falhar.',
  noticeUnheard:
    'Não ouvimos você. Verifique se o microfone está ligado e não está em uso em outro lugar e tente de novo.',
  noticeUnanswered:
    'O assistente está em silêncio há algum tempo. Você pode repetir ou ligar mais tarde.',

  menu: 'Mais',
  showTimes: 'Mostrar os horários',
  hideTimes: 'Ocultar os horários',
  copyTranscript: 'Copiar a conversa',
  downloadTranscript: 'Baixar a conversa',
  giveFeedback: 'Dar a sua opinião',
  reportIssue: 'Comunicar um problema',
  viewHistory: 'Conversas anteriores',
  withdrawConsent: 'Retirar o meu consentimento',

  feedbackQuestion: 'Como foi a chamada?',
  feedbackRating: '{rating} de {most}',
  feedbackComment: 'Quer acrescentar algo?',
  feedbackSend: 'Enviar opinião',
  feedbackThanks: 'Agradecemos a sua opinião.',

  startCall: 'Iniciar chamada',
  chatTitle: 'Conversa',
  statusAnswering: 'A responder…',
  stopAnswer: 'Parar a resposta',
  chatFailed: 'O assistente não respondeu. Tente novamente.',
  chatBrokeOff: 'A resposta foi interrompida. Tente novamente.',
  chatTooMuch: 'Foi demasiado de uma vez. Tente novamente {when}.',
  callBegan: 'Chamada iniciada',

  suggestions: 'Sugestões',
  enlarge: 'Aumentar o painel',
  shrink: 'Diminuir o painel',

  callByPhone: 'Ligar para {number} por telefone',
  copyNumber: 'Copiar o número',
  copyDetails: 'Copiar os detalhes para o suporte',

  holdToTalk: 'Manter para falar',
  holdListening: 'Estou a ouvir. Solte quando terminar.',
  holdHint: 'Mantenha o botão enquanto fala',
  useHoldToTalk: 'Falar mantendo um botão',
  useOpenMicrophone: 'Deixar o microfone aberto',
  backToCall: 'Voltar à chamada',

  invitation: 'Convite',

  formTitle: 'Antes de começar',
  formContinue: 'Continuar',
};

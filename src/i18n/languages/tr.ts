// Turkish.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = 'Görüşme yüklenemedi. Bağlantınızı kontrol edip tekrar deneyin.';

export const texts: Dictionary = {
  language: 'tr',

  endCall: 'Görüşmeyi bitir',
  tryAgain: 'Tekrar dene',
  expand: 'Genişlet',
  dismiss: 'Bu düğmeyi gizle',
  statusPreparing: 'Başlatılıyor…',
  loadFailed,
  typingLoadFailed: 'Sohbet yüklenemedi. Bağlantınızı kontrol edip tekrar deneyin.',

  title: 'Sesli görüşme',
  collapse: 'Küçült',
  close: 'Kapat',
  mute: 'Mikrofonu sessize al',
  tapToHear: 'Duymak için dokunun',
  callAgain: 'Yeniden ara',
  startOver: 'Baştan başla',
  useHere: 'Burada devam et',
  forget: 'Bu konuşmayı unut',
  forgotten: 'Bu konuşma unutuldu. Sonraki görüşme yeni bir konuşma başlatır.',

  statusAllowMicrophone: 'Lütfen mikrofona izin verin…',
  statusConnecting: 'Bağlanıyor…',
  statusWaitingForSound: 'Bağlandı, ses bekleniyor…',
  statusTalking: 'Şimdi konuşabilirsiniz',
  statusListening: 'Şimdi yazabilirsiniz',
  statusThinking: 'Düşünüyor…',
  statusSpeaking: 'Konuşuyor…',
  statusMuted: 'Mikrofonunuz kapalı',
  statusUnheard: 'Asistan sizi duymuyor',
  statusReconnecting: 'Bağlantı koptu. Yeniden bağlanıyor…',
  statusEnding: 'Görüşme bitiriliyor…',
  statusEnded: 'Görüşme bitti',
  statusEndedByAssistant: 'Asistan görüşmeyi bitirdi',
  statusFailed: 'Görüşme gerçekleşmedi',

  interruptHint: 'Sözünü kesmek için konuşun',
  interruptHintTyping: 'Sözünü kesmek için yazın',

  noticeContinued: 'Konuşmanız ({when}) sürüyor',
  noticeNewConversation: 'Önceki konuşmanız sürdürülemedi; bu yeni bir konuşma.',
  noticeSoundBlocked: 'Tarayıcınız sesi engelliyor.',
  noticeMicrophoneLost: 'Asistan artık sizi duymuyor. Bir mikrofon bağlayıp tekrar deneyin.',
  noticeReconnecting: 'Asistan sizi hâlâ duyuyor olabilir.',
  noticeDialogueFailed: 'Okuma ve yazma bölümü yüklenemedi.',

  typeInstead: 'Yazmayı tercih et',

  waitToSend: 'Bağlantı geri geldiğinde yeniden mesaj gönderebilirsiniz.',

  copied: 'Kopyalandı.',
  notCopied: 'Tarayıcı bu sayfanın kopyalamasına izin vermiyor.',

  errors: {
    'not-configured': 'Bu asistan henüz hazır değil. Lütfen bize başka bir yoldan ulaşın.',
    'unsupported-browser':
      'Bu tarayıcıyla görüşme yapılamıyor. Lütfen güncel bir Chrome, Edge, Firefox veya Safari kullanın.',
    'insecure-context':
      'Görüşmeler yalnızca güvenli sayfalarda çalışır. https ile başlayan bir adres kullanın.',
    'mic-denied':
      'Mikrofona izin verilmemiş. Tarayıcı ayarlarında bu sayfa için izin verip tekrar deneyin.',
    'mic-missing': 'Mikrofon bulunamadı. Bir mikrofon bağlayıp tekrar deneyin.',
    'mic-busy': 'Mikrofon başka yerde kullanılıyor. Diğer programı kapatıp tekrar deneyin.',
    'mic-blocked-by-page':
      'Bu sayfa, görüşmenin mikrofonunuzu kullanmasına izin vermiyor. Lütfen bize başka bir yoldan ulaşın.',
    offline: 'Çevrimdışısınız. Bağlantınızı kontrol edip tekrar deneyin.',
    'load-failed': loadFailed,
    'gateway-unreachable': 'Asistana ulaşılamıyor. Bağlantınızı kontrol edip tekrar deneyin.',
    'login-refused': 'Asistan şu anda görüşme kabul etmiyor. Lütfen daha sonra tekrar deneyin.',
    'token-failed': 'Görüşme için oturumunuz açılamadı. Sayfayı yenileyip tekrar deneyin.',
    'conversation-gone': 'Bu konuşma sürdürülemiyor. Yeni bir konuşma başlatabilirsiniz.',
    'call-rejected': 'Asistan görüşmeyi kabul etmedi. Lütfen birazdan tekrar deneyin.',
    'connection-lost': 'Bağlantı koptu. Ağınızı kontrol edip tekrar deneyin.',
    'busy-elsewhere': 'Bu asistanla başka bir sekmede görüşme sürüyor.',
    unexpected: 'Bir sorun oluştu. Lütfen tekrar deneyin.',
  },

  consentTitle: 'Aramadan önce',
  consentTitleTyping: 'Yazmadan önce',
  consentText:
    'Bir yapay zekâ asistanıyla konuşacaksınız. Sesiniz ve yazdıklarınız ona gönderilir ve saklanabilir.',
  agreeAndCall: 'Kabul et ve ara',
  agree: 'Kabul et',
  notNow: 'Şimdi değil',

  askTitle: 'Kaldığınız yerden devam edilsin mi?',
  askText: 'Bu asistanla {when} konuştunuz.',
  continue: 'Konuşmaya devam et',

  transcript: 'Konuşma',
  you: 'Siz',
  assistant: 'Asistan',
  interrupted: 'kesildi',
  image: 'Görsel',
  sending: 'Gönderiliyor…',
  notSent: 'Gönderilmedi.',
  sendAgain: 'Tekrar gönder',
  newest: 'En yeni',
  earlier: 'Önceki mesajlar',
  showAll: 'Tümünü göster',

  message: 'Mesaj',
  send: 'Mesaj gönder',
  addImage: 'Görsel ekle',
  removeImage: 'Görseli kaldır',
  imageTooLarge: 'Bu görsel çok büyük. Sınır {limit} MB.',
  imagesTooMany: 'Çok fazla görsel. Sınır {limit}.',
  imageUnreadable: 'Bu dosya görsel olarak okunamıyor.',

  devices: 'Mikrofon ve hoparlör',
  microphone: 'Mikrofon',
  speaker: 'Hoparlör',
  systemDefault: 'Sistem varsayılanı',
  deviceFailed: 'Bu cihaz kullanılamıyor.',
  poorConnection: 'Bağlantınız zayıf. Seste kesintiler olabilir.',
  noticeUnheard:
    'Sesiniz duyulmuyor. Mikrofonunuzun açık olduğunu ve başka yerde kullanılmadığını kontrol edip tekrar deneyin.',
  noticeUnanswered:
    'Asistan bir süredir sessiz. Tekrar söyleyebilir ya da daha sonra arayabilirsiniz.',

  menu: 'Diğer',
  showTimes: 'Saatleri göster',
  hideTimes: 'Saatleri gizle',
  copyTranscript: 'Konuşmayı kopyala',
  downloadTranscript: 'Konuşmayı indir',
  giveFeedback: 'Geri bildirim ver',
  reportIssue: 'Sorun bildir',
  viewHistory: 'Önceki konuşmalar',
  withdrawConsent: 'Onayımı geri al',

  feedbackQuestion: 'Görüşme nasıldı?',
  feedbackRating: '{most} üzerinden {rating}',
  feedbackComment: 'Eklemek istediğiniz bir şey var mı?',
  feedbackSend: 'Geri bildirim gönder',
  feedbackThanks: 'Geri bildiriminiz için teşekkür ederiz.',

  startCall: 'Aramayı başlat',
  chatTitle: 'Sohbet',
  statusAnswering: 'Yanıtlıyor…',
  stopAnswer: 'Yanıtı durdur',
  chatFailed: 'Asistan yanıt vermedi. Lütfen tekrar deneyin.',
  chatBrokeOff: 'Yanıt yarıda kaldı. Lütfen tekrar deneyin.',
  chatTooMuch: 'Bir seferde çok fazla oldu. Lütfen {when} tekrar deneyin.',
  callBegan: 'Arama başladı',

  suggestions: 'Öneriler',
  enlarge: 'Paneli büyüt',
  shrink: 'Paneli küçült',

  callByPhone: '{number} numarasını telefonla ara',
  copyNumber: 'Numarayı kopyala',
  copyDetails: 'Destek için ayrıntıları kopyala',

  holdToTalk: 'Konuşmak için basılı tutun',
  holdListening: 'Dinliyorum. Bitirince bırakın.',
  holdHint: 'Konuşurken düğmeyi basılı tutun',
  useHoldToTalk: 'Düğmeyi basılı tutarak konuş',
  useOpenMicrophone: 'Mikrofonu açık bırak',
  backToCall: 'Aramaya dön',

  invitation: 'Davet',

  formTitle: 'Başlamadan önce',
  formContinue: 'Devam et',
};

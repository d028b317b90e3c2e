// Arabic, from right to left.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = 'تعذّر تحميل المكالمة. يرجى التحقق من الاتصال ثم المحاولة مرة أخرى.';

export const texts: Dictionary = {
  language: 'ar',

  endCall: 'إنهاء المكالمة',
  tryAgain: 'إعادة المحاولة',
  expand: 'توسيع',
  dismiss: 'إخفاء هذا الزر',
  statusPreparing: 'جارٍ البدء…',
  loadFailed,
  typingLoadFailed: 'تعذّر تحميل الدردشة. يرجى التحقق من الاتصال ثم المحاولة مرة أخرى.',

  title: 'مكالمة صوتية',
  collapse: 'تصغير',
  close: 'إغلاق',
  mute: 'كتم الميكروفون',
  tapToHear: 'اضغط للاستماع',
  callAgain: 'معاودة الاتصال',
  startOver: 'البدء من جديد',
  useHere: 'المتابعة هنا',
  forget: 'نسيان هذه المحادثة',
  forgotten: 'تم نسيان هذه المحادثة. ستبدأ المكالمة القادمة محادثة جديدة.',

  statusAllowMicrophone: 'يرجى السماح باستخدام الميكروفون…',
  statusConnecting: 'جارٍ الاتصال…',
  statusWaitingForSound: 'تم الاتصال، في انتظار الصوت…',
  statusTalking: 'يمكنك التحدث الآن',
  statusListening: 'يمكنك الكتابة الآن',
  statusThinking: 'يفكّر…',
  statusSpeaking: 'يتحدث…',
  statusMuted: 'الميكروفون مغلق',
  statusUnheard: 'المساعد لا يسمعك',
  statusReconnecting: 'انقطع الاتصال. جارٍ إعادة الاتصال…',
  statusEnding: 'جارٍ إنهاء المكالمة…',
  statusEnded: 'انتهت المكالمة',
  statusEndedByAssistant: 'أنهى المساعد المكالمة',
  statusFailed: 'لم تنجح المكالمة',

  interruptHint: 'تحدّث للمقاطعة',
  interruptHintTyping: 'اكتب للمقاطعة',

  noticeContinued: 'متابعة محادثتك ({when})',
  noticeNewConversation: 'تعذّرت متابعة محادثتك السابقة، لذا هذه محادثة جديدة.',
  noticeSoundBlocked: 'المتصفح يمنع الصوت.',
  noticeMicrophoneLost: 'لم يعد المساعد يسمعك. يرجى توصيل ميكروفون ثم المحاولة مرة أخرى.',
  noticeReconnecting: 'ربما لا يزال المساعد يسمعك.',
  noticeDialogueFailed: 'تعذّر تحميل القراءة والكتابة.',

  typeInstead: 'الكتابة بدلًا من ذلك',

  waitToSend: 'يمكنك إرسال الرسائل مجددًا عند عودة الاتصال.',

  copied: 'تم النسخ.',
  notCopied: 'لا يسمح المتصفح لهذه الصفحة بالنسخ.',

  errors: {
    'not-configured': 'لم يتم إعداد هذا المساعد بعد. يرجى التواصل معنا بطريقة أخرى.',
    'unsupported-browser':
      'لا يمكن إجراء المكالمات بهذا المتصفح. يرجى استخدام إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
    'insecure-context': 'تعمل المكالمات على الصفحات الآمنة فقط. يرجى استخدام عنوان يبدأ بـ https.',
    'mic-denied':
      'الميكروفون غير مسموح به. يرجى السماح به لهذه الصفحة في إعدادات المتصفح ثم المحاولة مرة أخرى.',
    'mic-missing': 'لم يتم العثور على ميكروفون. يرجى توصيل واحد ثم المحاولة مرة أخرى.',
    'mic-busy': 'الميكروفون مستخدم في مكان آخر. يرجى إغلاق البرنامج الآخر ثم المحاولة مرة أخرى.',
    'mic-blocked-by-page':
      'لا تسمح هذه الصفحة للمكالمة باستخدام الميكروفون. يرجى التواصل معنا بطريقة أخرى.',
    offline: 'لا يوجد اتصال بالإنترنت. يرجى التحقق من الاتصال ثم المحاولة مرة أخرى.',
    'load-failed': loadFailed,
    'gateway-unreachable': 'تعذّر الوصول إلى المساعد. يرجى التحقق من الاتصال ثم المحاولة مرة أخرى.',
    'login-refused': 'لا يستقبل المساعد المكالمات حاليًا. يرجى المحاولة لاحقًا.',
    'token-failed': 'تعذّر تسجيل دخولك للمكالمة. يرجى إعادة تحميل الصفحة ثم المحاولة مرة أخرى.',
    'conversation-gone': 'لا يمكن متابعة هذه المحادثة. يمكنك بدء محادثة جديدة.',
    'call-rejected': 'لم يقبل المساعد المكالمة. يرجى المحاولة مرة أخرى بعد قليل.',
    'connection-lost': 'انقطع الاتصال. يرجى التحقق من الشبكة ثم المحاولة مرة أخرى.',
    'busy-elsewhere': 'توجد مكالمة جارية مع هذا المساعد في علامة تبويب أخرى.',
    unexpected: 'حدث خطأ ما. يرجى المحاولة مرة أخرى.',
  },

  consentTitle: 'قبل الاتصال',
  consentTitleTyping: 'قبل الكتابة',
  consentText: 'ستتحدث إلى مساعد يعمل بالذكاء الاصطناعي. يُرسَل إليه صوتك وما تكتبه، وقد يتم حفظهما.',
  agreeAndCall: 'موافقة واتصال',
  agree: 'موافقة',
  notNow: 'ليس الآن',

  askTitle: 'هل تريد المتابعة من حيث توقفت؟',
  askText: 'تحدثت إلى هذا المساعد {when}.',
  continue: 'متابعة المحادثة',

  transcript: 'المحادثة',
  you: 'أنت',
  assistant: 'المساعد',
  interrupted: 'تمت المقاطعة',
  image: 'صورة',
  sending: 'جارٍ الإرسال…',
  notSent: 'لم تُرسل.',
  sendAgain: 'إعادة الإرسال',
  newest: 'الأحدث',
  earlier: 'رسائل سابقة',
  showAll: 'عرض الكل',

  message: 'الرسالة',
  send: 'إرسال الرسالة',
  addImage: 'إضافة صورة',
  removeImage: 'إزالة الصورة',
  imageTooLarge: 'هذه الصورة كبيرة جدًا. الحد الأقصى {limit} ميغابايت.',
  imagesTooMany: 'عدد الصور كبير جدًا. الحد الأقصى {limit}.',
  imageUnreadable: 'لا يمكن قراءة هذا الملف كصورة.',

  devices: 'الميكروفون ومكبر الصوت',
  microphone: 'الميكروفون',
  speaker: 'مكبر الصوت',
  systemDefault: 'الإعداد الافتراضي للنظام',
  deviceFailed: 'لا يمكن استخدام هذا الجهاز.',
  poorConnection: 'اتصالك ضعيف. قد يتقطع الصوت.',
  noticeUnheard:
    'صوتك غير مسموع. يرجى التأكد من أن الميكروفون يعمل وغير مستخدم في مكان آخر، ثم المحاولة مرة أخرى.',
  noticeUnanswered: 'المساعد صامت منذ فترة. يمكنك أن تعيد ما قلته أو أن تتصل لاحقًا.',

  menu: 'المزيد',
  showTimes: 'إظهار الأوقات',
  hideTimes: 'إخفاء الأوقات',
  copyTranscript: 'نسخ المحادثة',
  downloadTranscript: 'تنزيل المحادثة',
  giveFeedback: 'إبداء الرأي',
  reportIssue: 'الإبلاغ عن مشكلة',
  viewHistory: 'المحادثات السابقة',
  withdrawConsent: 'سحب موافقتي',

  feedbackQuestion: 'كيف كانت المكالمة؟',
  feedbackRating: '{rating} من {most}',
  feedbackComment: 'هل تود إضافة شيء؟',
  feedbackSend: 'إرسال الرأي',
  feedbackThanks: 'شكرًا لك على رأيك.',

  startCall: 'بدء المكالمة',
  chatTitle: 'دردشة',
  statusAnswering: 'يجيب…',
  stopAnswer: 'إيقاف الإجابة',
  chatFailed: 'لم يُجب المساعد. يُرجى المحاولة مرة أخرى.',
  chatBrokeOff: 'انقطعت الإجابة. يُرجى المحاولة مرة أخرى.',
  chatTooMuch: 'كان ذلك أكثر من اللازم دفعة واحدة. يُرجى المحاولة {when}.',
  callBegan: 'بدأت المكالمة',

  suggestions: 'اقتراحات',
  enlarge: 'تكبير اللوحة',
  shrink: 'تصغير اللوحة',

  callByPhone: 'الاتصال بالرقم {number} هاتفيًا',
  copyNumber: 'نسخ الرقم',
  copyDetails: 'نسخ التفاصيل للدعم',

  holdToTalk: 'اضغط مطولًا للتحدث',
  holdListening: 'أستمع. اتركه عندما تنتهي.',
  holdHint: 'اضغط على الزر أثناء التحدث',
  useHoldToTalk: 'التحدث بالضغط على زر',
  useOpenMicrophone: 'إبقاء الميكروفون مفتوحًا',
  backToCall: 'العودة إلى المكالمة',

  invitation: 'دعوة',

  formTitle: 'قبل أن نبدأ',
  formContinue: 'متابعة',
};

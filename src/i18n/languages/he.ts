// Hebrew, from right to left. It addresses the visitor in the plural, which suits everybody.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = 'לא ניתן היה לטעון את השיחה. בדקו את החיבור ונסו שוב.';

export const texts: Dictionary = {
  language: 'he',

  endCall: 'סיום השיחה',
  tryAgain: 'נסו שוב',
  expand: 'הרחבה',
  dismiss: 'הסתרת הכפתור',
  statusPreparing: 'מתחילים…',
  loadFailed,
  typingLoadFailed: 'לא ניתן היה לטעון את הצ׳אט. בדקו את החיבור ונסו שוב.',

  title: 'שיחה קולית',
  collapse: 'מזעור',
  close: 'סגירה',
  mute: 'השתקת המיקרופון',
  tapToHear: 'הקישו כדי לשמוע',
  callAgain: 'התקשרו שוב',
  startOver: 'התחלה מחדש',
  useHere: 'המשך כאן',
  forget: 'שכחת הדו־שיח הזה',
  forgotten: 'הדו־שיח הזה נשכח. השיחה הבאה תתחיל דו־שיח חדש.',

  statusAllowMicrophone: 'אנא אשרו את המיקרופון…',
  statusConnecting: 'מתחברים…',
  statusWaitingForSound: 'מחוברים, ממתינים לקול…',
  statusTalking: 'אפשר לדבר עכשיו',
  statusListening: 'אפשר לכתוב עכשיו',
  statusThinking: 'חושב…',
  statusSpeaking: 'מדבר…',
  statusMuted: 'המיקרופון שלכם כבוי',
  statusUnheard: 'העוזר לא שומע אתכם',
  statusReconnecting: 'החיבור נותק. מתחברים מחדש…',
  statusEnding: 'השיחה מסתיימת…',
  statusEnded: 'השיחה הסתיימה',
  statusEndedByAssistant: 'העוזר סיים את השיחה',
  statusFailed: 'השיחה לא הצליחה',

  interruptHint: 'דברו כדי לקטוע',
  interruptHintTyping: 'כתבו כדי לקטוע',

  noticeContinued: 'המשך הדו־שיח שלכם ({when})',
  noticeNewConversation: 'לא ניתן היה להמשיך את הדו־שיח הקודם, לכן זה דו־שיח חדש.',
  noticeSoundBlocked: 'הדפדפן חוסם את הקול.',
  noticeMicrophoneLost: 'העוזר כבר לא שומע אתכם. חברו מיקרופון ונסו שוב.',
  noticeReconnecting: 'ייתכן שהעוזר עדיין שומע אתכם.',
  noticeDialogueFailed: 'לא ניתן היה לטעון את הקריאה והכתיבה.',

  typeInstead: 'לכתוב במקום',

  waitToSend: 'תוכלו לשלוח הודעות שוב כשהחיבור יחזור.',

  copied: 'הועתק.',
  notCopied: 'הדפדפן אינו מאפשר לדף הזה להעתיק.',

  errors: {
    'not-configured': 'העוזר הזה עדיין לא הוגדר. אנא פנו אלינו בדרך אחרת.',
    'unsupported-browser':
      'הדפדפן הזה אינו תומך בשיחות. אנא השתמשו בגרסה עדכנית של Chrome, Edge, Firefox או Safari.',
    'insecure-context': 'שיחות פועלות רק בדפים מאובטחים. השתמשו בכתובת שמתחילה ב־https.',
    'mic-denied': 'המיקרופון אינו מאושר. אשרו אותו לדף הזה בהגדרות הדפדפן ונסו שוב.',
    'mic-missing': 'לא נמצא מיקרופון. חברו מיקרופון ונסו שוב.',
    'mic-busy': 'המיקרופון בשימוש במקום אחר. סגרו את התוכנה האחרת ונסו שוב.',
    'mic-blocked-by-page':
      'הדף הזה אינו מאפשר לשיחה להשתמש במיקרופון שלכם. אנא פנו אלינו בדרך אחרת.',
    offline: 'אין חיבור לאינטרנט. בדקו את החיבור ונסו שוב.',
    'load-failed': loadFailed,
    'gateway-unreachable': 'לא ניתן להגיע אל העוזר. בדקו את החיבור ונסו שוב.',
    'login-refused': 'העוזר אינו מקבל שיחות כרגע. אנא נסו שוב מאוחר יותר.',
    'token-failed': 'לא ניתן היה לחבר אתכם לשיחה. טענו את הדף מחדש ונסו שוב.',
    'conversation-gone': 'לא ניתן להמשיך את הדו־שיח הזה. אפשר להתחיל חדש.',
    'call-rejected': 'העוזר לא ענה לשיחה. אנא נסו שוב בעוד רגע.',
    'connection-lost': 'החיבור נותק. בדקו את הרשת ונסו שוב.',
    'busy-elsewhere': 'שיחה עם העוזר הזה מתנהלת בלשונית אחרת.',
    unexpected: 'משהו השתבש. אנא נסו שוב.',
  },

  consentTitle: 'לפני שמתקשרים',
  consentTitleTyping: 'לפני שכותבים',
  consentText: 'תדברו עם עוזר בינה מלאכותית. הקול שלכם ומה שתכתבו נשלחים אליו ועשויים להישמר.',
  agreeAndCall: 'הסכמה והתקשרות',
  agree: 'הסכמה',
  notNow: 'לא עכשיו',

  askTitle: 'להמשיך מאיפה שהפסקתם?',
  askText: 'דיברתם עם העוזר הזה {when}.',
  continue: 'המשך הדו־שיח',

  transcript: 'דו־שיח',
  you: 'אתם',
  assistant: 'העוזר',
  interrupted: 'נקטע',
  image: 'תמונה',
  sending: 'נשלח…',
  notSent: 'לא נשלח.',
  sendAgain: 'שליחה חוזרת',
  newest: 'החדשות ביותר',
  earlier: 'הודעות קודמות',
  showAll: 'הצגת הכול',

  message: 'הודעה',
  send: 'שליחת ההודעה',
  addImage: 'הוספת תמונה',
  removeImage: 'הסרת התמונה',
  imageTooLarge: 'התמונה הזו גדולה מדי. המגבלה היא {limit} מ״ב.',
  imagesTooMany: 'יותר מדי תמונות. המגבלה היא {limit}.',
  imageUnreadable: 'לא ניתן לקרוא את הקובץ הזה כתמונה.',

  devices: 'מיקרופון ורמקול',
  microphone: 'מיקרופון',
  speaker: 'רמקול',
  systemDefault: 'ברירת המחדל של המערכת',
  deviceFailed: 'לא ניתן להשתמש בהתקן הזה.',
  poorConnection: 'החיבור שלכם חלש. ייתכנו הפסקות בקול.',
  noticeUnheard: 'לא שומעים אתכם. ודאו שהמיקרופון פועל ואינו בשימוש במקום אחר, ונסו שוב.',
  noticeUnanswered: 'העוזר שותק כבר זמן מה. אפשר לומר שוב או להתקשר מאוחר יותר.',

  menu: 'עוד',
  showTimes: 'הצגת שעות',
  hideTimes: 'הסתרת שעות',
  copyTranscript: 'העתקת הדו־שיח',
  downloadTranscript: 'הורדת הדו־שיח',
  giveFeedback: 'מתן משוב',
  reportIssue: 'דיווח על בעיה',
  viewHistory: 'דו־שיחים קודמים',
  withdrawConsent: 'ביטול ההסכמה שלי',

  feedbackQuestion: 'איך הייתה השיחה?',
  feedbackRating: '{rating} מתוך {most}',
  feedbackComment: 'רוצים להוסיף משהו?',
  feedbackSend: 'שליחת המשוב',
  feedbackThanks: 'תודה על המשוב.',

  startCall: 'התחלת שיחה',
  chatTitle: 'צ׳אט',
  statusAnswering: 'עונה…',
  stopAnswer: 'עצירת התשובה',
  chatFailed: 'העוזר לא ענה. נסו שוב.',
  chatBrokeOff: 'התשובה נקטעה. נסו שוב.',
  chatTooMuch: 'זה היה יותר מדי בבת אחת. נסו שוב {when}.',
  callBegan: 'השיחה התחילה',

  suggestions: 'הצעות',
  enlarge: 'הגדלת החלון',
  shrink: 'הקטנת החלון',

  callByPhone: 'חיוג אל {number} בטלפון',
  copyNumber: 'העתקת המספר',
  copyDetails: 'העתקת פרטים לתמיכה',

  holdToTalk: 'לחיצה ארוכה כדי לדבר',
  holdListening: 'אני בהקשבה. שחררו כשתסיימו.',
  holdHint: 'החזיקו את הכפתור בזמן שאתם מדברים',
  useHoldToTalk: 'דיבור בהחזקת כפתור',
  useOpenMicrophone: 'השארת המיקרופון פתוח',
  backToCall: 'חזרה לשיחה',

  invitation: 'הזמנה',

  formTitle: 'לפני שמתחילים',
  formContinue: 'המשך',
};

// Japanese.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = '通話を読み込めませんでした。接続を確認して、もう一度お試しください。';

export const texts: Dictionary = {
  language: 'ja',

  endCall: '通話を終了',
  tryAgain: 'もう一度試す',
  expand: '開く',
  dismiss: 'このボタンを隠す',
  statusPreparing: '開始しています…',
  loadFailed,
  typingLoadFailed: 'チャットを読み込めませんでした。接続を確認して、もう一度お試しください。',

  title: '音声通話',
  collapse: '小さくする',
  close: '閉じる',
  mute: 'マイクをミュート',
  tapToHear: 'タップして聞く',
  callAgain: 'もう一度かける',
  startOver: '最初から始める',
  useHere: 'ここで続ける',
  forget: 'この会話を消去',
  forgotten: 'この会話を消去しました。次の通話は新しい会話になります。',

  statusAllowMicrophone: 'マイクを許可してください…',
  statusConnecting: '接続しています…',
  statusWaitingForSound: '接続しました。音声を待っています…',
  statusTalking: 'お話しください',
  statusListening: 'ご入力ください',
  statusThinking: '考えています…',
  statusSpeaking: '話しています…',
  statusMuted: 'マイクはオフです',
  statusUnheard: 'アシスタントに声が届いていません',
  statusReconnecting: '接続が切れました。再接続しています…',
  statusEnding: '通話を終了しています…',
  statusEnded: '通話が終了しました',
  statusEndedByAssistant: 'アシスタントが通話を終了しました',
  statusFailed: '通話できませんでした',

  interruptHint: '話しかけると中断できます',
  interruptHintTyping: '入力すると中断できます',

  noticeContinued: '会話の続きです（{when}）',
  noticeNewConversation: '以前の会話を続けられなかったため、新しい会話になりました。',
  noticeSoundBlocked: 'ブラウザーが音声を止めています。',
  noticeMicrophoneLost:
    'アシスタントに声が届いていません。マイクを接続して、もう一度お試しください。',
  noticeReconnecting: 'アシスタントにはまだ声が届いているかもしれません。',
  noticeDialogueFailed: '会話の表示と入力を読み込めませんでした。',

  typeInstead: '文字で入力する',

  waitToSend: '接続が戻ると、またメッセージを送信できます。',

  copied: 'コピーしました。',
  notCopied: 'ブラウザーがこのページのコピーを許可していません。',

  errors: {
    'not-configured': 'このアシスタントはまだ設定されていません。別の方法でお問い合わせください。',
    'unsupported-browser':
      'このブラウザーでは通話できません。最新の Chrome、Edge、Firefox、Safari をご利用ください。',
    'insecure-context':
      '通話は安全なページでのみ利用できます。https で始まるアドレスをご利用ください。',
    'mic-denied':
      'マイクが許可されていません。ブラウザーの設定でこのページに許可して、もう一度お試しください。',
    'mic-missing': 'マイクが見つかりません。接続して、もう一度お試しください。',
    'mic-busy': 'マイクはほかで使用中です。そのプログラムを閉じて、もう一度お試しください。',
    'mic-blocked-by-page':
      'このページでは通話にマイクを使えません。別の方法でお問い合わせください。',
    offline: 'オフラインです。接続を確認して、もう一度お試しください。',
    'load-failed': loadFailed,
    'gateway-unreachable': 'アシスタントに接続できません。接続を確認して、もう一度お試しください。',
    'login-refused':
      'アシスタントはただいま通話を受け付けていません。後ほどもう一度お試しください。',
    'token-failed':
      '通話のためのログインができませんでした。ページを再読み込みして、もう一度お試しください。',
    'conversation-gone': 'この会話は続けられません。新しい会話を始められます。',
    'call-rejected': 'アシスタントが応答しませんでした。しばらくしてからもう一度お試しください。',
    'connection-lost': '接続が切れました。ネットワークを確認して、もう一度お試しください。',
    'busy-elsewhere': 'このアシスタントとの通話が別のタブで続いています。',
    unexpected: '問題が発生しました。もう一度お試しください。',
  },

  consentTitle: '通話の前に',
  consentTitleTyping: '送信の前に',
  consentText:
    'AI アシスタントと通話します。あなたの声と入力した内容はアシスタントに送信され、保存されることがあります。',
  agreeAndCall: '同意して通話',
  agree: '同意する',
  notNow: '今はしない',

  askTitle: '前回の続きから始めますか？',
  askText: 'このアシスタントと前回話したのは{when}です。',
  continue: '会話を続ける',

  transcript: '会話',
  you: 'あなた',
  assistant: 'アシスタント',
  interrupted: '中断',
  image: '画像',
  sending: '送信しています…',
  notSent: '送信できませんでした。',
  sendAgain: '再送信',
  newest: '最新',
  earlier: '以前のメッセージ',
  showAll: 'すべて表示',

  message: 'メッセージ',
  send: 'メッセージを送信',
  addImage: '画像を追加',
  removeImage: '画像を削除',
  imageTooLarge: 'この画像は大きすぎます。上限は {limit} MB です。',
  imagesTooMany: '画像が多すぎます。上限は {limit} 枚です。',
  imageUnreadable: 'このファイルは画像として読み込めません。',

  devices: 'マイクとスピーカー',
  microphone: 'マイク',
  speaker: 'スピーカー',
  systemDefault: 'システムの既定',
  deviceFailed: 'この機器は使用できません。',
  poorConnection: '接続が不安定です。音声が途切れることがあります。',
  noticeUnheard:
    '声が届いていません。マイクがオンで、ほかで使用中でないことを確認して、もう一度お試しください。',
  noticeUnanswered: 'アシスタントがしばらく無言です。もう一度話すか、後でおかけ直しください。',

  menu: 'その他',
  showTimes: '時刻を表示',
  hideTimes: '時刻を隠す',
  copyTranscript: '会話をコピー',
  downloadTranscript: '会話をダウンロード',
  giveFeedback: 'ご意見を送る',
  reportIssue: '問題を報告',
  viewHistory: '以前の会話',
  withdrawConsent: '同意を取り消す',

  feedbackQuestion: '通話はいかがでしたか？',
  feedbackRating: '{most} 段階中 {rating}',
  feedbackComment: 'ほかにご意見はありますか？',
  feedbackSend: 'ご意見を送信',
  feedbackThanks: 'ご意見ありがとうございました。',

  startCall: '通話を開始',
  chatTitle: 'チャット',
  statusAnswering: '回答中…',
  stopAnswer: '回答を停止',
  chatFailed: 'アシスタントが応答しませんでした。もう一度お試しください。',
  chatBrokeOff: '回答が途中で途切れました。もう一度お試しください。',
  chatTooMuch: '一度に送信しすぎました。{when}にもう一度お試しください。',
  callBegan: '通話を開始しました',

  suggestions: '質問の例',
  enlarge: 'パネルを大きくする',
  shrink: 'パネルを小さくする',

  callByPhone: '{number} に電話をかける',
  copyNumber: '番号をコピー',
  copyDetails: 'サポート用の情報をコピー',

  holdToTalk: '押しながら話す',
  holdListening: '聞いています。話し終えたら離してください。',
  holdHint: 'ボタンを押しながら話してください',
  useHoldToTalk: 'ボタンを押しながら話す方式にする',
  useOpenMicrophone: 'マイクを開いたままにする',
  backToCall: '通話に戻る',

  invitation: 'ご案内',

  formTitle: 'はじめる前に',
  formContinue: '続ける',
};

// Chinese, in simplified characters.

import type { Dictionary } from '../dictionary.ts';

const loadFailed = '无法加载通话。请检查您的网络连接，然后重试。';

export const texts: Dictionary = {
  language: 'zh',

  endCall: '结束通话',
  tryAgain: '重试',
  expand: '展开',
  dismiss: '隐藏此按钮',
  statusPreparing: '正在启动…',
  loadFailed,

  title: '语音通话',
  collapse: '收起',
  close: '关闭',
  mute: '麦克风静音',
  tapToHear: '点按以收听',
  callAgain: '再次通话',
  startOver: '重新开始',
  useHere: '改在此处通话',
  forget: '忘记此对话',
  forgotten: '此对话已忘记。下次通话将开始新的对话。',

  statusAllowMicrophone: '请允许使用麦克风…',
  statusConnecting: '正在连接…',
  statusWaitingForSound: '已连接，正在等待声音…',
  statusTalking: '您可以说话了',
  statusListening: '您可以输入了',
  statusThinking: '正在思考…',
  statusSpeaking: '正在说话…',
  statusMuted: '您的麦克风已关闭',
  statusReconnecting: '连接已断开。正在重新连接…',
  statusEnding: '正在结束通话…',
  statusEnded: '通话已结束',
  statusEndedByAssistant: '助手结束了通话',
  statusFailed: '通话未成功',

  interruptHint: '说话即可打断',
  interruptHintTyping: '输入即可打断',

  noticeContinued: '继续您的对话（{when}）',
  noticeNewConversation: '无法继续您之前的对话，因此这是一次新的对话。',
  noticeSoundBlocked: '您的浏览器阻止了声音。',
  noticeMicrophoneLost: '助手听不到您的声音了。请连接麦克风，然后重试。',
  noticeReconnecting: '助手可能仍能听到您的声音。',
  noticeDialogueFailed: '无法加载文字记录和输入功能。',

  typeInstead: '改用文字输入',

  waitToSend: '连接恢复后，您可以继续发送消息。',

  copied: '已复制。',
  notCopied: '浏览器不允许此页面复制。',

  errors: {
    'not-configured': '此助手尚未设置。请通过其他方式联系我们。',
    'unsupported-browser': '此浏览器无法通话。请使用最新版的 Chrome、Edge、Firefox 或 Safari。',
    'insecure-context': '只能在安全页面上通话。请使用以 https 开头的网址。',
    'mic-denied': '未允许使用麦克风。请在浏览器设置中为此页面允许麦克风，然后重试。',
    'mic-missing': '未找到麦克风。请连接麦克风，然后重试。',
    'mic-busy': '麦克风正被占用。请关闭其他程序，然后重试。',
    'mic-blocked-by-page': '此页面不允许通话使用您的麦克风。请通过其他方式联系我们。',
    offline: '您已离线。请检查您的网络连接，然后重试。',
    'load-failed': loadFailed,
    'gateway-unreachable': '无法连接到助手。请检查您的网络连接，然后重试。',
    'login-refused': '助手目前不接听通话。请稍后再试。',
    'token-failed': '无法为您登录通话。请重新加载页面，然后重试。',
    'conversation-gone': '无法继续此对话。您可以开始新的对话。',
    'call-rejected': '助手没有接听通话。请稍等片刻后重试。',
    'connection-lost': '连接已断开。请检查您的网络，然后重试。',
    'busy-elsewhere': '与此助手的通话正在另一个标签页中进行。',
    unexpected: '出了点问题。请重试。',
  },

  consentTitle: '通话之前',
  consentText: '您将与 AI 助手交谈。您的声音和输入的内容会发送给它，并可能被保存。',
  agreeAndCall: '同意并通话',
  notNow: '暂不',

  askTitle: '要从上次的地方继续吗？',
  askText: '您曾在{when}与此助手交谈。',
  continue: '继续对话',

  transcript: '对话',
  you: '您',
  assistant: '助手',
  interrupted: '已打断',
  image: '图片',
  sending: '正在发送…',
  notSent: '未发送。',
  sendAgain: '重新发送',
  newest: '最新',
  earlier: '更早的消息',

  message: '消息',
  send: '发送消息',
  addImage: '添加图片',
  removeImage: '移除图片',
  imageTooLarge: '此图片过大。上限为 {limit} MB。',
  imageUnreadable: '无法将此文件作为图片读取。',

  devices: '麦克风和扬声器',
  microphone: '麦克风',
  speaker: '扬声器',
  systemDefault: '系统默认',
  deviceFailed: '无法使用此设备。',
  poorConnection: '您的网络连接较差。声音可能会中断。',

  menu: '更多',
  showTimes: '显示时间',
  hideTimes: '隐藏时间',
  copyTranscript: '复制对话',
  downloadTranscript: '下载对话',
  giveFeedback: '提供反馈',
  reportIssue: '报告问题',
  viewHistory: '以前的对话',
  withdrawConsent: '撤回我的同意',

  feedbackQuestion: '这次通话怎么样？',
  feedbackRating: '{rating} 分，满分 {most} 分',
  feedbackComment: '还有什么要补充的吗？',
  feedbackSend: '发送反馈',
  feedbackThanks: '感谢您的反馈。',
};

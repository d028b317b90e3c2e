// The messages of the server that the widget, or the SDK, knows (docs/telnyx.md#ai_conversation-messages).

export const knownMethods: readonly string[] = [
  'ai_conversation',
  'telnyx_rtc.clientReady',
  'telnyx_rtc.gatewayState',
  'telnyx_rtc.invite',
  'telnyx_rtc.ringing',
  'telnyx_rtc.media',
  'telnyx_rtc.answer',
  'telnyx_rtc.attach',
  'telnyx_rtc.modify',
  'telnyx_rtc.candidate',
  'telnyx_rtc.bye',
  'telnyx_rtc.punt',
  'telnyx_rtc.ping',
  'telnyx_rtc.event',
  'telnyx_rtc.info',
  'telnyx_rtc.display',
];

/** The types of an `ai_conversation` that a public source names for this channel. */
export const namedTypes: readonly string[] = [
  'conversation.item.created',
  'response.created',
  'response.text.delta',
  'response.text.done',
  'response.done',
  'widget_settings',
];

/** Those that the widget reads, too, but that are documented for sibling channels only. */
export const siblingTypes: readonly string[] = [
  'session.created',
  'conversation.item.deleted',
  'conversation.item.added',
  'conversation.item.done',
  'conversation.item.input_audio_transcription.delta',
  'conversation.item.input_audio_transcription.completed',
  'response.output_item.done',
  'response.output_text.delta',
  'response.output_text.done',
  'response.audio_transcript.delta',
  'response.audio_transcript.done',
  'response.output_audio_transcript.delta',
  'response.output_audio_transcript.done',
  'response.cancelled',
  'response.canceled',
];

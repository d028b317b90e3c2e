// Makes the params of the assistant's `ai_conversation` frames.
// See "ai_conversation messages" in docs/telnyx.md.
import type { Fields } from './fields.ts';

export function sessionCreated(conversationId: string, assistantId: string): Fields {
  return {
    type: 'session.created',
    session: { conversation_id: conversationId, assistant_id: assistantId },
  };
}

export function userSpoke(transcript: string): Fields {
  return userItem(crypto.randomUUID(), [{ type: 'input_audio', transcript }]);
}

/** The echo of a typed message, with the same item id and the same content. */
export function userTyped(itemId: string, content: unknown): Fields {
  return userItem(itemId, content);
}

function userItem(id: string, content: unknown): Fields {
  return {
    type: 'conversation.item.created',
    previous_item_id: null,
    item: { id, type: 'message', role: 'user', status: 'completed', content },
  };
}

export function responseCreated(responseId: string, conversationId: string | undefined): Fields {
  return {
    type: 'response.created',
    response: {
      id: responseId,
      output: [],
      status: 'in_progress',
      ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
    },
  };
}

export function textDelta(responseId: string, delta: string): Fields {
  return { type: 'response.text.delta', ...place(responseId), delta };
}

export function textDone(responseId: string, text: string): Fields {
  return { type: 'response.text.done', ...place(responseId), text };
}

function place(responseId: string): Fields {
  return { response_id: responseId, item_id: responseId, output_index: 0, content_index: 0 };
}

export function responseDone(responseId: string, status: 'completed' | 'cancelled'): Fields {
  return { type: 'response.done', response: { id: responseId, status } };
}

export function functionCall(name: string, toolArguments: string): Fields {
  return {
    type: 'conversation.item.created',
    item: {
      id: crypto.randomUUID(),
      type: 'function_call',
      call_id: `call_${crypto.randomUUID()}`,
      name,
      arguments: toolArguments,
      status: 'completed',
    },
  };
}

export function widgetSettings(tool: string | undefined): Fields {
  return {
    type: 'widget_settings',
    widget_settings: {
      agent_thinking_text: 'Let me think…',
      audio_visualizer_config: { color: 'verdant', preset: 'roundBars' },
      default_state: 'collapsed',
      give_feedback_url: null,
      logo_icon_url: null,
      position: 'fixed',
      report_issue_url: null,
      speak_to_interrupt_text: 'Speak to interrupt',
      start_call_text: 'Talk to the demo assistant',
      theme: 'light',
      view_history_url: null,
      ...(tool === undefined ? {} : { client_tools: [{ name: tool, timeout_ms: 15000 }] }),
    },
  };
}

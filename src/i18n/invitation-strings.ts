// The English texts of the bubble that invites to talk. They come with its code.

export const invitationStrings = {
  invitation: 'Invitation',
};

export type InvitationStrings = typeof invitationStrings;

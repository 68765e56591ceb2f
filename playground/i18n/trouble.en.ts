// What a figure says when training itself goes wrong.

export const troubleEnglish = {
  diverged: (step: string, rate: string) =>
    `The loss is no longer a number since update ${step}. With a learning rate of ${rate} each step jumps far over the minimum, the weights grow until they overflow, and from there on every result is “NaN” (not a number).`,
  /** The operation at fault, by its place in a step and by the engine's name for it. */
  began: (place: string, name: string) => `It began in ${place}: “${name}”.`,
  places: {
    data: 'the data',
    layer: 'a layer',
    loss: 'the loss',
    gradient: 'a gradient',
    update: 'the new weights',
    other: 'an operation',
  },
  rewind: (rate: string) => `Go back and use ${rate}`,
  risen: (now: string, first: string, rate: string) =>
    `The loss has gone up to ${now}, far above the ${first} it began with. With a learning rate of ${rate} each step probably jumps over the minimum, and the weights get worse instead of better. A smaller rate helps.`,
  startAgain: (rate: string) => `Start again with ${rate}`,
};

export type TroubleMessages = typeof troubleEnglish;

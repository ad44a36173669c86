/**
 * How Teams draws Adaptive Cards: the values of Teams' own host configuration, light and dark, that this product's
 * cards meet. The font is that of the packaged browser, so that pictures look the same on every machine; it is wider
 * than Teams' Segoe UI, so what fits here fits there.
 */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Colours as #RRGGBB or #AARRGGBB, as host configurations write them. */
export interface Colours {
  default: string;
  subtle: string;
}
export const textColours = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const;
export type TextColour = (typeof textColours)[number];
export type Foreground = Record<TextColour, Colours>;

export interface ContainerLook {
  backgroundColor: string;
  foregroundColors: Foreground;
}
export const containerStyles = ['default', 'emphasis', 'accent', 'good', 'attention', 'warning'] as const;
export type ContainerStyle = (typeof containerStyles)[number];

const darkText: Foreground = {
  default: { default: '#ff252424', subtle: '#bf252424' },
  dark: { default: '#252424', subtle: '#bf252424' },
  light: { default: '#ffffff', subtle: '#fff3f2f1' },
  accent: { default: '#6264a7', subtle: '#8b8cc7' },
  good: { default: '#92c353', subtle: '#e592c353' },
  warning: { default: '#f8d22a', subtle: '#e5f8d22a' },
  attention: { default: '#c4314b', subtle: '#e5c4314b' },
};
const lightText: Foreground = {
  default: { default: '#ffffffff', subtle: '#bfffffff' },
  dark: { default: '#ff201f1f', subtle: '#ff2d2c2c' },
  light: { default: '#ffffffff', subtle: '#bfffffff' },
  accent: { default: '#ffa6a7dc', subtle: '#ff8b8cc7' },
  good: { default: '#ff92c353', subtle: '#e592c353' },
  warning: { default: '#fff8d22a', subtle: '#e5f8d22a' },
  attention: { default: '#ffd74654', subtle: '#e5d74654' },
};
/** On the pale containers, which stay pale in the dark theme. */
const darkTextInTheDark: Foreground = { ...lightText, default: lightText.dark };

const pale = { accent: '#C7DEF9', good: '#CCFFCC', attention: '#FFC5B2', warning: '#FFE2B2' };

function containers(
  text: Foreground,
  onPale: Foreground,
  plain: { default: string; emphasis: string },
): Record<ContainerStyle, ContainerLook> {
  const look = (backgroundColor: string, foregroundColors: Foreground): ContainerLook => ({
    backgroundColor,
    foregroundColors,
  });
  return {
    default: look(plain.default, text),
    emphasis: look(plain.emphasis, text),
    accent: look(pale.accent, onPale),
    good: look(pale.good, onPale),
    attention: look(pale.attention, onPale),
    warning: look(pale.warning, onPale),
  };
}

const font = (fontFamily: string) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
});

const everywhere = {
  choiceSetInputValueSeparator: ',',
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#EEEEEE' },
  fontTypes: { default: font("'Open Sans', 'Segoe UI', sans-serif"), monospace: font("'Courier New', monospace") },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
  textBlock: { headingLevel: 2 },
  actions: {
    maxActions: 6,
    spacing: 'Default',
    buttonSpacing: 8,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
  },
  factSet: { title: { weight: 'Bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
};

/** For `new AdaptiveCards.HostConfig(…)`. */
export const hostConfigs = {
  light: {
    ...everywhere,
    containerStyles: containers(darkText, darkText, { default: '#ffffff', emphasis: '#fff9f8f7' }),
  },
  dark: {
    ...everywhere,
    containerStyles: containers(lightText, darkTextInTheDark, { default: '#ff2d2c2c', emphasis: '#ff292828' }),
  },
} satisfies Record<Theme, object>;

import {
  ActionIcon,
  Button,
  createTheme,
  Input,
  Modal,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/** Deep teal of the bureau's screens; shade 8 carries white text at more than 7:1. */
const teal: MantineColorsTuple = [
  '#e9f4f6',
  '#d3e7eb',
  '#a6ced6',
  '#76b3bf',
  '#4d9cab',
  '#2f8898',
  '#1a7687',
  '#0e6475',
  '#0b5464',
  '#073f4c',
];
/** Inks for states; each is used with an icon or word, never as the only sign. */
const amber: MantineColorsTuple = [
  '#fff6e3',
  '#ffeac2',
  '#ffd68a',
  '#f7bd4f',
  '#e8a321',
  '#cc860c',
  '#a96a05',
  '#8a5502',
  '#704400',
  '#573500',
];

/** Height of anything one types into or presses, in pixels (touch with gloves: at least 44). */
const CONTROL_PX = 46;

export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'teal',
  primaryShade: 8,
  colors: { teal, amber },
  white: '#ffffff',
  black: '#17252b',
  fontFamily: "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'Noto Sans SC Variable', monospace",
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.6', lg: '1.6', xl: '1.5' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.4' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.45' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '8px', lg: '12px', xl: '20px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  cursorType: 'pointer',
  focusRing: 'always',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, props) => ({
        root: props.size === 'md' ? { '--button-height': `${String(CONTROL_PX)}px`, '--button-padding-x': '20px' } : {},
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: CONTROL_PX, variant: 'subtle' },
    }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      vars: () => ({ wrapper: { '--input-height': `${String(CONTROL_PX)}px`, '--input-bd': '#8b9aa1' } }),
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    }),
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Combobox: { defaultProps: { shadow: 'md' } },
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 'lg',
        closeButtonProps: { 'aria-label': '关闭', size: CONTROL_PX },
      },
    }),
    Alert: { defaultProps: { radius: 'md' } },
    Badge: { defaultProps: { size: 'lg', radius: 'sm', variant: 'light' } },
  },
});

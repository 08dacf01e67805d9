/** The panels of the page. Adding one is one entry here and its title in the two languages (app/i18n). */
import {
  Code,
  FilePen,
  GitCompareArrows,
  GraduationCap,
  History,
  Network,
  PencilLine,
  Presentation,
  ScanSearch,
  ScrollText,
  Share2,
  SquareTerminal,
  Table2,
  Target,
} from 'lucide-react';
import type { ComponentType } from 'react';

/**
 * Where a panel stands on a wide page: `guide` is a column at the very left, `terminal` the left column, `editor` above the terminal in the
 * same column, `picture` the right one, `details` below the picture, `strip` across the page below everything, as high as it needs. Where
 * the picture stands below the terminal, these columns are rows, with the editor and the details beside what they belong to. On a phone
 * each panel has the page to itself.
 */
export type Place = 'guide' | 'editor' | 'terminal' | 'picture' | 'details' | 'strip';

export interface Panel {
  readonly id: string;
  /** Key of its title in the page's texts. */
  readonly title: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  readonly place: Place;
  /** It is open when the page begins; then its code is fetched at once, else when it is first opened. */
  readonly open?: boolean;
  /** Reached from another panel: no bar lists it. */
  readonly unlisted?: boolean;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** An embedding page may ask for some of them only: ?panels=terminal,picture. The terminal is there in any case, and the editor it opens. */
const asked = new URLSearchParams(location.search).get('panels')?.split(',');
/** Where there is little room it is opened when it is wanted. */
const ROOMY = !new URLSearchParams(location.search).has('embed') && matchMedia('(min-width: 701px) and (min-height: 481px)').matches;

/** In the order of a phone's bar: a lesson and the terminal, between which a learner goes, are next to each other. */
const ALL: readonly Panel[] = [
  {
    id: 'lessons',
    title: 'lessons',
    icon: GraduationCap,
    place: 'guide',
    open: asked?.includes('lessons') ?? false, // a frame has no header that would open it
    load: () => import('../lessons/LessonPanel.tsx'),
  },
  {
    id: 'terminal',
    title: 'terminal',
    icon: SquareTerminal,
    place: 'terminal',
    open: true,
    load: () => import('../terminal/TerminalPanel.tsx'),
  },
  { id: 'editor', title: 'editor', icon: FilePen, place: 'editor', load: () => import('../editor/EditorPanel.tsx') },
  { id: 'picture', title: 'picture', icon: Network, place: 'picture', open: true, load: () => import('../topology/PicturePanel.tsx') },
  { id: 'inspector', title: 'inspector', icon: ScanSearch, place: 'details', load: () => import('../inspector/Inspector.tsx') },
  { id: 'resources', title: 'resources', icon: Table2, place: 'details', load: () => import('../resources/ResourcesPanel.tsx') },
  { id: 'story', title: 'story', icon: ScrollText, place: 'details', load: () => import('../story/StoryPanel.tsx') },
  {
    id: 'compare',
    title: 'compare',
    icon: GitCompareArrows,
    place: 'details',
    unlisted: true,
    load: () => import('../time/ComparePanel.tsx'),
  },
  {
    id: 'time',
    title: 'timeline',
    icon: History,
    place: 'strip',
    open: asked?.includes('time') ?? ROOMY,
    load: () => import('../time/Timeline.tsx'),
  },
  { id: 'goal', title: 'goal', icon: Target, place: 'details', load: () => import('../lessons/GoalPanel.tsx') },
  { id: 'session', title: 'session', icon: Share2, place: 'details', load: () => import('../share/SessionPanel.tsx') },
  { id: 'present', title: 'present', icon: Presentation, place: 'details', load: () => import('../present/PresentPanel.tsx') },
  { id: 'author', title: 'author', icon: PencilLine, place: 'details', unlisted: true, load: () => import('../author/AuthorPanel.tsx') },
  { id: 'embed', title: 'embed', icon: Code, place: 'details', load: () => import('../embed/EmbedPanel.tsx') },
];

export const PANELS: readonly Panel[] = asked
  ? ALL.filter(({ id }) => id === 'terminal' || id === 'editor' || asked.includes(id) || (id === 'compare' && asked.includes('time')))
  : ALL;

export const panelsAt = (place: Place): readonly Panel[] => PANELS.filter((panel) => panel.place === place);

import type { Vector } from './vector.ts';

type Row = readonly [id: Vector['id'], from: string, why: string, on: string, rest?: Partial<Vector>];

// Brackets: days off. "w": a Saturday or Sunday that is worked (调休). Numbers after "=": how many days have been counted.
const ROWS_2024: readonly Row[] = [
  ['hearingRequest', '2024-03-05', '5 WD from Tue: 6, 7, 8, (9-10), 11, 12', '2024-03-12'],
  ['hearingRequest', '2024-04-02', '5 WD from Tue: 3, (4-6 清明), 7 Sun w, 8, 9, 10', '2024-04-10'],
  ['hearingNotice', '2024-04-03', '7 WD from Wed: (4-6 清明), 7 Sun w, 8-12=6, (13-14), 15', '2024-04-15'],
  ['registerKeep', '2024-04-26', '7 WD from Fri: (27), 28 Sun w, 29, 30=3, (1-5 May), 6, 7, 8, 9', '2024-05-09'],
  ['stmt', '2024-02-07', '3 WD from Wed: 8, 9 (除夕 is no day off in 2024), (10-17 春节), 18 Sun w', '2024-02-18'],
  ['hearingRequest', '2024-02-08', '5 WD from Thu: 9, (10-17 春节), 18 Sun w, 19, 20, 21', '2024-02-21'],
  ['cashIn', '2024-02-02', '2 WD from Fri: (3), 4 Sun w, 5', '2024-02-05'],
  ['bankIn', '2024-02-09', '2 WD from Fri: (10-17 春节), 18 Sun w, 19', '2024-02-19'],
  ['verifyClue', '2024-01-15', '15 WD from Mon: 16-19=4, 22-26=9, 29-2 Feb=14, (3), 4 Sun w', '2024-02-04'],
  [
    'verifyClue',
    '2024-01-15',
    '15+10 WD: 4 Feb=15 as above, 5-9=20, (10-17 春节), 18 Sun w=21, 19-22=25',
    '2024-02-22',
    { extensions: 1 },
  ],
  ['courtCuigao', '2024-04-24', '10 WD from Wed: 25, 26, (27), 28 Sun w, 29, 30=5, (1-5), 6-10=10', '2024-05-10'],
  ['courtCuigao', '2024-04-25', '10 WD from Thu: 26, 28 Sun w, 29, 30=4, (1-5), 6-10=9, 11 Sat w', '2024-05-11'],
  ['substituteUrge', '2024-06-06', '3 WD from Thu: 7, (8-9, 10 端午), 11, 12', '2024-06-12'],
  ['serveDecision', '2024-09-12', '7 WD from Thu: 13, 14 Sat w, (15-17 中秋), 18-20=5, (21-22), 23, 24', '2024-09-24'],
  ['registerKeep', '2024-09-26', '7 WD from Thu: 27, (28), 29 Sun w, 30=3, (1-7 国庆), 8, 9, 10, 11', '2024-10-11'],
  ['cuigao', '2024-09-24', '10 WD from Tue: 25-27=3, (28), 29 Sun w, 30=5, (1-7 国庆), 8-11=9, 12 Sat w', '2024-10-12'],
  ['reportSimple', '2024-12-30', '3 WD from Mon: 31, (1 元旦), 2, 3', '2025-01-03'],
  ['publish', '2024-12-24', '7 WD from Tue: 25-27=3, (28-29), 30, 31=5, (1 元旦), 2, 3', '2025-01-03'],
];

const ROWS_2025: readonly Row[] = [
  ['stmt', '2025-01-24', '3 WD from Fri: (25), 26 Sun w, 27, (28-4 春节), 5 Feb', '2025-02-05'],
  ['hearingRequest', '2025-01-26', '5 WD from a worked Sunday: 27, (28-4 春节), 5, 6, 7, 8 Sat w', '2025-02-08'],
  ['hearingNotice', '2025-01-23', '7 WD from Thu: 24, (25), 26 Sun w, 27=3, (28-4), 5-7=6, 8 Sat w', '2025-02-08'],
  ['registerKeep', '2025-01-27', '7 WD from Mon: (28-4 春节), 5-7=3, 8 Sat w, (9), 10, 11, 12', '2025-02-12'],
  ['serveDecision', '2025-04-02', '7 WD from Wed: 3, (4-6 清明), 7-11=6, (12-13), 14', '2025-04-14'],
  ['hearingRequest', '2025-04-25', '5 WD from Fri: (26), 27 Sun w, 28, 29, 30=4, (1-5 May), 6', '2025-05-06'],
  ['cashIn', '2025-04-30', '2 WD from Wed: (1-5 May), 6, 7', '2025-05-07'],
  ['substituteUrge', '2025-05-29', '3 WD from Thu: 30, (31-2 端午), 3, 4', '2025-06-04'],
  ['verifyClue', '2025-09-15', '15 WD: 16-19=4, 22-26=9, 28 Sun w, 29, 30=12, (1-8), 9, 10, 11 Sat w', '2025-10-11'],
  [
    'cuigao',
    '2025-09-25',
    '10 WD from Thu: 26, 28 Sun w, 29, 30=4, (1-8 国庆中秋), 9, 10, 11 Sat w=7, (12), 13-15',
    '2025-10-15',
  ],
  [
    'courtCuigao',
    '2025-09-23',
    '10 WD from Tue: 24-26=3, 28 Sun w, 29, 30=6, (1-8), 9, 10, 11 Sat w=9, (12), 13',
    '2025-10-13',
  ],
  ['bankIn', '2025-09-30', '2 WD from Tue: (1-8 国庆中秋), 9, 10', '2025-10-10'],
  ['reportSimple', '2025-12-31', '3 WD from Wed: (1-3 元旦), 4 Sun w, 5, 6', '2026-01-06'],
  ['publish', '2025-12-29', '7 WD from Mon: 30, 31, (1-3 元旦), 4 Sun w=3, 5-8=7', '2026-01-08'],
];

const ROWS_2026: readonly Row[] = [
  [
    'verifyClue',
    '2026-02-02',
    '15+10 WD: 3-6=4, 9-13=9, 14 Sat w, (15-23 春节), 24-27=14, 28 Sat w=15, 2-6 Mar=20, 9-13=25',
    '2026-03-13',
    { extensions: 1 },
  ],
  ['hearingRequest', '2026-02-12', '5 WD from Thu: 13, 14 Sat w, (15-23 春节), 24, 25, 26', '2026-02-26'],
  ['registerKeep', '2026-02-13', '7 WD: 14 Sat w, (15-23 春节), 24-27=5, 28 Sat w=6, (1 Mar), 2', '2026-03-02'],
  ['stmt', '2026-02-25', '3 WD from Wed: 26, 27, 28 Sat w', '2026-02-28'],
  ['serveDecision', '2026-04-01', '7 WD from Wed: 2, 3, (4-6 清明), 7-10=6, (11-12), 13', '2026-04-13'],
  ['hearingRequest', '2026-04-29', '5 WD from Wed: 30, (1-5 May), 6, 7, 8, 9 Sat w', '2026-05-09'],
  ['substituteUrge', '2026-06-17', '3 WD from Wed: 18, (19-21 端午), 22, 23', '2026-06-23'],
  [
    'cuigao',
    '2026-09-17',
    '10 WD: 18, (19), 20 Sun w, 21-24=6, (25-27 中秋), 28-30=9, (1-7 国庆), 8 Oct',
    '2026-10-08',
  ],
  [
    'courtCuigao',
    '2026-09-24',
    '10 WD: (25-27 中秋), 28-30=3, (1-7 国庆), 8, 9, 10 Sat w=6, (11), 12-15=10',
    '2026-10-15',
  ],
  ['cashIn', '2026-10-08', '2 WD from Thu: 9, 10 Sat w', '2026-10-10'],
  [
    'hearingRequest',
    '2026-12-29',
    '5 WD into 2027, not published: 30, 31, 1 Jan as a plain Friday, (2-3), 4, 5',
    '2027-01-05',
    { provisional: true },
  ],
  [
    'hearingRequest',
    '2027-01-04',
    '5 WD in 2027, not published: 5-8=4, (9-10), 11',
    '2027-01-11',
    { provisional: true },
  ],
];

/** Periods in working days over the holidays of 2024, 2025 and 2026, and one year that is not published. */
export const WORKING_VECTORS: readonly Vector[] = [...ROWS_2024, ...ROWS_2025, ...ROWS_2026].map(
  ([id, from, why, on, rest]) => ({ id, from, why, on, ...rest }),
);

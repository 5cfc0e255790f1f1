import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { inspectionsText } from '../language/zh/inspections.ts';
import { PhotosInput } from '../photos/PhotosInput.tsx';

import type { ItemProps } from './itemProps.ts';
import { useIsPreview } from './preview.ts';

const words = inspectionsText.form;

type Props = Pick<ItemProps, 'item' | 'mark' | 'answer' | 'onChange'> & { readonly missing: boolean };

/** The photos of one item. */
export function ItemPhotos({ item, mark, answer, onChange, missing }: Props): ReactNode {
  const isPreview = useIsPreview();
  if (isPreview) return <Text c="dimmed">{`${mark} ${photosLabel(item)}：${words.noPreview}`}</Text>;
  return (
    <PhotosInput
      label={`${mark} ${photosLabel(item)}`}
      photos={answer?.photos ?? []}
      missing={missing ? words.photoRequired : undefined}
      onChange={(change) =>
        onChange((before) => ({ photos: [...change(before?.photos ?? [])], ...photoItemAnswer(item.kind) }), 'now')
      }
    />
  );
}

function photosLabel(item: ItemProps['item']): string {
  return item.kind === 'photo' && item.moment !== undefined ? words.moments[item.moment] : words.photos;
}

/** A photo item is answered by its photos; a scored item keeps its answer. */
function photoItemAnswer(kind: ItemProps['item']['kind']): { readonly answer?: 'pass' } {
  return kind === 'photo' ? { answer: 'pass' } : {};
}

import { decodeImage } from '@animals/data';
import { createPredict, type Predict } from '../create-predict.ts';
import { findPictures } from './find-pictures.ts';

/** @see Predict */
export const predict: Predict = /* @__PURE__ */ createPredict({ decode: decodeImage, find: findPictures });

import '@tensorflow/tfjs-backend-cpu';
import { type CodecName, createImageDecoder } from '@animals/data';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { loadBundle, type Prediction, predict } from '../index.ts';

/** What a test asks of the page, all by address. */
export interface PageRequest {
  readonly backend: 'cpu' | 'wasm';
  readonly bundle: string;
  readonly pictures: readonly string[];
}

/** Predicts pictures in a page: addresses of pictures, and the first once more as a file that was dropped. */
async function predictHere({ backend, bundle: address, pictures }: PageRequest): Promise<Prediction[]> {
  setWasmPaths('/wasm/');
  if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend}`);
  const wasm = async (codec: CodecName) => (await fetch(`/codec/${codec}`)).arrayBuffer();
  const decode = createImageDecoder({ wasm });
  const bundle = await loadBundle(address);
  const dropped = new File([await (await fetch(pictures[0] as string)).blob()], 'dropped.png');
  const list: Prediction[] = [];
  for await (const prediction of predict(bundle, [...pictures, dropped], { decode })) list.push(prediction);
  bundle.model.dispose();
  return list;
}

Object.assign(globalThis, { predictHere });

import { readFileSync } from 'node:fs';
import { BinaryReader, type WireType } from '@bufbuild/protobuf/wire';
import { checkpointError } from '../checkpoint-error.js';
import { brokenPart } from './check-model.js';
import { ALGORITHMS, PIECE, type Piece, type SentencePieceModel } from './model.js';

type Field = (reader: BinaryReader) => void;
type Fields = Readonly<Record<number, Field>>;

/**
 * Reads a SentencePiece model (`tokenizer.model`, `spiece.model`): the fields of `sentencepiece_model.proto` that decide on tokens.
 * Throws `DataError` `checkpoint-sentencepiece`.
 */
export function readSentencePiece(path: string): SentencePieceModel {
  const pieces: Piece[] = [];
  // The defaults of the format.
  const trainer = { algorithm: 1, hasByteFallback: false, marksWordEnds: false, unknown: 0, bos: 1, eos: 2, pad: -1 };
  const normaliser = { rulesName: '', addsSpaceInFront: true, removesExtraSpaces: true, escapesSpaces: true };
  let characterRules: Uint8Array = new Uint8Array();
  const trainerFields: Fields = {
    3: (reader) => (trainer.algorithm = reader.int32()),
    24: (reader) => (trainer.marksWordEnds = reader.bool()),
    35: (reader) => (trainer.hasByteFallback = reader.bool()),
    40: (reader) => (trainer.unknown = reader.int32()),
    41: (reader) => (trainer.bos = reader.int32()),
    42: (reader) => (trainer.eos = reader.int32()),
    43: (reader) => (trainer.pad = reader.int32()),
  };
  const normaliserFields: Fields = {
    1: (reader) => (normaliser.rulesName = reader.string()),
    2: (reader) => (characterRules = reader.bytes()),
    3: (reader) => (normaliser.addsSpaceInFront = reader.bool()),
    4: (reader) => (normaliser.removesExtraSpaces = reader.bool()),
    5: (reader) => (normaliser.escapesSpaces = reader.bool()),
  };
  try {
    readFields(new BinaryReader(readFileSync(path)), {
      1: (reader) => pieces.push(readPiece(reader)),
      2: (reader) => readMessage(reader, trainerFields),
      3: (reader) => readMessage(reader, normaliserFields),
    });
  } catch (cause) {
    throw sentencePieceError(path, `it is no whole SentencePiece model (${String(cause)})`, cause);
  }
  const algorithm = ALGORITHMS[trainer.algorithm] ?? 'unknown';
  const model = { path, pieces, ...trainer, algorithm, ...normaliser, characterRules };
  const problem = brokenPart(model);
  if (problem !== undefined) throw sentencePieceError(path, problem);
  return model;
}

/** The error for a SentencePiece model that cannot be used. */
export function sentencePieceError(path: string, problem: string, cause?: unknown) {
  return checkpointError({
    code: 'checkpoint-sentencepiece',
    path,
    problem: `${problem}.`,
    hint: 'With transformers, AutoTokenizer.from_pretrained(FOLDER).save_pretrained(FOLDER) writes tokenizer.json, which is read instead.',
    cause,
  });
}

function readPiece(reader: BinaryReader): Piece {
  const piece = { text: '', score: 0, type: PIECE.normal as number };
  readMessage(reader, {
    1: (inner) => (piece.text = inner.string()),
    2: (inner) => (piece.score = inner.float()),
    3: (inner) => (piece.type = inner.int32()),
  });
  return piece;
}

function readMessage(reader: BinaryReader, fields: Fields): void {
  readFields(new BinaryReader(reader.bytes()), fields);
}

function readFields(reader: BinaryReader, fields: Fields): void {
  while (reader.pos < reader.len) {
    const [number, wireType]: [number, WireType] = reader.tag();
    const read = fields[number];
    if (read === undefined) reader.skip(wireType, number);
    else read(reader);
  }
}

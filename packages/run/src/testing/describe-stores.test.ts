import path from 'node:path';
import { createSlot } from '../blobs/create-slot.ts';
import { openBlobs } from '../blobs/open-blobs.ts';
import { memoryBlobs, memoryJournal, memorySlot } from '../fixtures/memory-stores.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { openJournal } from '../journal/open-journal.ts';
import { describeBlobStore } from './describe-blob-store.ts';
import { describeJournalStore } from './describe-journal-store.ts';
import { describeSlot } from './describe-slot.ts';

describeJournalStore('a file', () => {
  const file = path.join(tempFolder(), 'journal.jsonl');
  return () => openJournal(file);
});
describeJournalStore('memory', memoryJournal);

describeBlobStore('a folder', () => {
  const folder = tempFolder();
  return () => openBlobs(folder);
});
describeBlobStore('memory', memoryBlobs);

describeSlot('two files', () => {
  const folder = tempFolder();
  return () => createSlot(folder, 'state');
});
describeSlot('memory', memorySlot);

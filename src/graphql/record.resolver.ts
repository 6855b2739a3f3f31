import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { BadInputError } from '../errors.js';
import type { Context } from './context.js';
import { RecordInput, RecordVerdict } from './record.type.js';

const MAX_RECORDS = 1_000;

@Resolver()
export class RecordResolver {
  @Mutation(() => RecordVerdict, {
    description:
      'Records interactions, messages and people, or retracts interactions and messages, 1 to 1,000 records at a time. The same records again change nothing; a bad record stops no other.',
  })
  async record(
    @Ctx() context: Context,
    @Arg('records', () => [RecordInput], { description: 'The records, in any order.' }) records: RecordInput[],
  ): Promise<RecordVerdict> {
    if (records.length < 1 || records.length > MAX_RECORDS) {
      throw new BadInputError(
        'records',
        `records must hold 1 to ${MAX_RECORDS} records, not ${records.length}. Split them, or use rapport import.`,
        { limit: MAX_RECORDS },
      );
    }
    return context.recordAll(records);
  }
}

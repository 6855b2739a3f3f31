import { tearDownDatabase } from './database-setup.js';

/** Ends the database that the setup started; a given one is left running, emptied. */
export default tearDownDatabase;

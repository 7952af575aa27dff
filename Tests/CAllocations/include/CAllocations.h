/// How many pieces of memory the calling thread has asked for so far.
///
/// Programs that link this count each call of `malloc`, also those of the libraries that they load.
long allocations_of_this_thread(void);

package io.countersign.history;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Rows in the order of their numbers, read a batch at a time, until there are none behind the last. */
final class Batches<T> implements Iterator<T> {

    private final LongFunction<List<T>> read;
    private final ToLongFunction<T> number;
    private long last;
    private Iterator<T> batch = List.<T>of().iterator();

    /** @param read gives the next rows behind a number */
    Batches(LongFunction<List<T>> read, ToLongFunction<T> number, long after) {
        this.read = read;
        this.number = number;
        this.last = after;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext()) {
            batch = read.apply(last).iterator();
        }
        return batch.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T next = batch.next();
        last = number.applyAsLong(next);
        return next;
    }
}

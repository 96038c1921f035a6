package io.countersign.audit.entry;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Iterates over rows in the order of their numbers, and reads them in batches. */
final class PagedIterator<T> implements Iterator<T> {

    private final LongFunction<List<T>> read;
    private final ToLongFunction<T> number;
    private long last;
    private Iterator<T> batch = List.<T>of().iterator();

    /** @param read returns the next rows above a number */
    PagedIterator(LongFunction<List<T>> read, ToLongFunction<T> number, long after) {
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

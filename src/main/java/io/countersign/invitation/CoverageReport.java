package io.countersign.invitation;

/** Tells the queue how much of AWS it rests on. The module that reads AWS implements it. */
public interface CoverageReport {

    Coverage now();
}

package io.countersign.audit;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Opens buckets with the credentials of the process. The AWS gateway implements it. */
public interface ObjectLockBuckets {

    /** @param endpoint replaces the endpoint of AWS */
    ObjectLockBucket open(String name, String region, @Nullable URI endpoint);
}

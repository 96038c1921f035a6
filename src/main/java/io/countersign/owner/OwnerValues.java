package io.countersign.owner;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Compares the owner directory at the start with its last effective values, to find changes that bypassed the pages. */
@Component
class OwnerValues implements SmartInitializingSingleton {

    private final OwnerRepository directory;
    private final EffectiveValues effective;

    OwnerValues(OwnerRepository directory, EffectiveValues effective) {
        this.directory = directory;
        this.effective = effective;
    }

    @Override
    public void afterSingletonsInstantiated() {
        effective.replace(
                ValueKind.OWNER,
                directory.all().stream()
                        .collect(Collectors.toMap(
                                owner -> owner.account().value(),
                                owner -> owner.details().standing().text())));
    }
}

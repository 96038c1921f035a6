package io.countersign.team;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people may stand in for others.
 *
 * @param allowed false: nobody names a delegate, and what was named before counts for nothing
 */
@ConfigurationProperties("countersign.delegation")
public record DelegationProperties(@DefaultValue("true") boolean allowed) {}

package io.countersign.team;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of delegations.
 *
 * @param allowed false forbids new delegations and ignores existing ones
 */
@ConfigurationProperties("countersign.delegation")
public record DelegationProperties(@DefaultValue("true") boolean allowed) {}

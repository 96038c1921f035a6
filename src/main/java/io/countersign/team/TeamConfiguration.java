package io.countersign.team;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TeamProperties.class, DelegationProperties.class})
class TeamConfiguration {}

package io.countersign.sso;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Registers the settings of groups. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GroupProperties.class)
class SsoConfiguration {}

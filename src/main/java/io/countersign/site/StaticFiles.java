package io.countersign.site;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Tags styles, scripts and icons by their content: file times say nothing after a rollback or in a reproducible build. */
@Configuration(proxyBeanMethods = false)
class StaticFiles {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> contentTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        tags.addUrlPatterns("/css/*", "/js/*", "/icons/*", "/webjars/*");
        return tags;
    }

    /** No link of ours names a version, and the filter would look for a file behind every link of every page: half its time. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> noVersionsInLinks() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}

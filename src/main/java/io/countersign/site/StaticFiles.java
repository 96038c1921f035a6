package io.countersign.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Serves styles, scripts and icons. Pages request {@code /files/VERSION/css/app.css}. Files refer to each other by
 * relative paths, so all of them carry the version, and the browser caches them. A page of another version, for example
 * during an update of several replicas, gets the current files and must not cache them.
 */
@Configuration(proxyBeanMethods = false)
public class StaticFiles implements WebMvcConfigurer {

    public static final String PREFIX = "/files/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        serve(files, "/", "classpath:/static/");
        serve(files, "/webjars/", "classpath:/META-INF/resources/webjars/");
    }

    /** Browsers ask for this file where a page names no icon, for example beside a download. */
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/favicon.ico", "/icons/favicon.svg");
    }

    private static void serve(ResourceHandlerRegistry files, String path, String place) {
        files.addResourceHandler(PREFIX + FileVersion.CURRENT + path + "**")
                .addResourceLocations(place)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true);
        files.addResourceHandler(PREFIX + "*" + path + "**")
                .addResourceLocations(place)
                .setCacheControl(CacheControl.noStore())
                .resourceChain(false)
                .addResolver(new OtherVersion(path));
    }

    /**
     * Tags files without a version by their content, because file times mean nothing after a rollback or in a
     * reproducible build.
     */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> contentTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        tags.addUrlPatterns("/css/*", "/js/*", "/icons/*", "/webjars/*");
        return tags;
    }

    /** Disabled, because this filter looks for a file behind every link of a page and takes half of its time. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> noVersionsInLinks() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }

    /** Removes the version from the path and passes the rest to the next resolver. */
    private static final class OtherVersion extends AbstractResourceResolver {

        private final String path;

        OtherVersion(String path) {
            this.path = path;
        }

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String requested,
                List<? extends Resource> places,
                ResourceResolverChain next) {
            int version = requested.indexOf(path);
            return version < 0
                    ? null
                    : next.resolveResource(request, requested.substring(version + path.length()), places);
        }

        @Override
        protected @Nullable String resolveUrlPathInternal(
                String requested, List<? extends Resource> places, ResourceResolverChain next) {
            return null;
        }
    }
}

package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import io.countersign.identity.RecentAuthentication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the password prompt after the role guard. */
@Configuration(proxyBeanMethods = false)
class RecentPasswordConfiguration {

    @Bean
    WebMvcConfigurer recentPassword(RecentAuthentication authentication, FormPassword password) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new RecentPasswordInterceptor(authentication, password))
                        .order(Ordered.HIGHEST_PRECEDENCE + 1);
            }
        };
    }
}

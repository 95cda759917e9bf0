package org.cabildo.portal.door;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.cabildo.kernel.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The doors in their order: what every answer carries, what Spring Security rejects, whose portal it is. */
@Configuration(proxyBeanMethods = false)
class Doors implements WebMvcConfigurer {

    private static final int BEFORE_SECURITY = -110;
    private static final int AFTER_SECURITY = -90;

    @Bean
    FilterRegistrationBean<EveryAnswer> everyAnswer(Refusal refusal) {
        return ordered(new EveryAnswer(refusal), BEFORE_SECURITY);
    }

    @Bean
    FilterRegistrationBean<ScopeDoor> scopeDoor(
            Addresses addresses, Refusal refusal, AnswerCount answers, FinalSlash slash) {
        return ordered(new ScopeDoor(addresses, refusal, answers, slash), AFTER_SECURITY);
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** Readers have no session, no cookie and nothing to sign out of; headers come from {@link EveryAnswer}. */
    @Bean
    SecurityFilterChain readers(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // there is no form that changes anything
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A path that Spring Security finds malicious leads nowhere, like any other that leads nowhere. */
    @Bean
    RequestRejectedHandler rejected(Refusal refusal) {
        return (request, response, _) ->
                refusal.unknown(response, Query.of(request.getQueryString()).language());
    }

    /** What the server itself rejects, likewise. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadable(Refusal refusal) {
        return server -> server.addContextCustomizers(context -> new Unreadable(refusal).into(context));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitArgument());
    }

    /** Hands the visit to the pages. */
    private static final class VisitArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visit.class;
        }

        @Override
        public Visit resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                    .flatMap(Visit::of)
                    .orElseThrow(() -> new Unknown("page", "outside the door"));
        }
    }
}

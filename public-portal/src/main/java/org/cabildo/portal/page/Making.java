package org.cabildo.portal.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires how pages are made and kept. */
@Configuration(proxyBeanMethods = false)
class Making {

    /** Templates were compiled with the code; nothing is compiled while the portal runs. */
    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    RedisTemplate<String, byte[]> pages(RedisConnectionFactory connections) {
        var template = new RedisTemplate<String, byte[]>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setValueSerializer(RedisSerializer.byteArray());
        return template;
    }

    /** A lost Redis is said at once, not after a timeout. */
    @Bean
    LettuceClientOptionsBuilderCustomizer impatient() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    WebMvcConfigurer answers(ObjectProvider<PageCache> cache) {
        return new WebMvcConfigurer() {
            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new Answering(cache.getObject()));
            }
        };
    }
}

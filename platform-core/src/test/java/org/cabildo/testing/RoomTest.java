package org.cabildo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.test.context.ContextConfiguration;

/** A test of rooms on a real PostgreSQL; a test with {@link AsTenant} runs in a tenant made for it alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CoreApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = Machine.Described.class)
@EnableScenarios
@ExtendWith(TenantExtension.class)
public @interface RoomTest {}

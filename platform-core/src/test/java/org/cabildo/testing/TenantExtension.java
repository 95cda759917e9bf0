package org.cabildo.testing;

import java.lang.reflect.Method;
import java.util.Optional;
import org.cabildo.tenancy.Scope;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Binds a fresh tenant and an officer around each test that asks for one. */
class TenantExtension implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        var asked = AnnotationSupport.findAnnotation(context.getElement(), AsTenant.class)
                .or(() -> fromClass(context));
        if (asked.isEmpty()) {
            invocation.proceed();
            return;
        }
        var fresh = SpringExtension.getApplicationContext(context).getBean(FreshTenants.class);
        var tenant = fresh.municipality(asked.get().value());
        var officer = fresh.officer(tenant, asked.get().role());
        TenantScope.call(new Scope.OfTenant(tenant), () -> officer.act(invocation::proceed));
    }

    private static Optional<AsTenant> fromClass(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), AsTenant.class);
    }
}

package org.cabildo.admin;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.Scope;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A test of views without a browser: in a fresh tenant, as its administrator; a coordinator's if it says so. */
@Office
@WithMockUser
@ExtendWith(OfficeViewTest.Bound.class)
public abstract class OfficeViewTest extends SpringBrowserlessTest {

    @Autowired
    protected FreshTenants fresh;

    @Autowired
    protected Tenants tenants;

    /** The path of a page of the tenant the test is in. */
    protected String path(String rest) {
        return "t/" + tenants.require(TenantScope.tenant()).slug() + rest;
    }

    /** Opens the page under this address with what it asks for. */
    protected <T extends Component> T asked(Class<T> view, String path, Map<String, String> parameters) {
        UI.getCurrent().navigate(path, QueryParameters.simple(parameters));
        return find(view).single();
    }

    /** Presses the one button whose name, for whoever does not see what it is beside, begins so. */
    protected void pressNamed(String label) {
        find(Button.class)
                .withCondition(button -> button.getAriaLabel()
                        .filter(said -> said.startsWith(label))
                        .isPresent())
                .single()
                .click();
    }

    /** Presses the one button that says this and has no other name: that of the sheet on screen. */
    protected void answerSheet(String words) {
        find(Button.class)
                .withText(words)
                .withCondition(button -> button.getAriaLabel().isEmpty())
                .single()
                .click();
    }

    /** The question on screen. */
    protected String question() {
        return find(ConfirmDialog.class).single().getElement().getProperty("header", "");
    }

    /** What the question on screen says will follow. */
    protected String consequence() {
        return find(ConfirmDialog.class).single().getElement().getProperty("message", "");
    }

    /** Says yes to the question on screen. */
    protected void confirm() {
        var dialog = find(ConfirmDialog.class).single();
        test(dialog).confirm();
    }

    /** Binds scope and officer around everything a test does, as the door does around a request. */
    static final class Bound implements InvocationInterceptor {

        private record Place(Scope scope, Officer officer) {}

        @Override
        public void interceptBeforeEachMethod(
                Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            in(context, work);
        }

        @Override
        public void interceptTestMethod(
                Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            in(context, work);
        }

        @Override
        public void interceptAfterEachMethod(
                Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            in(context, work);
        }

        private static void in(ExtensionContext context, Invocation<Void> work) throws Throwable {
            var place = context.getStore(ExtensionContext.Namespace.create(Bound.class, context.getUniqueId()))
                    .computeIfAbsent("place", _ -> place(context), Place.class);
            TenantScope.call(place.scope(), () -> place.officer().act(work::proceed));
        }

        private static Place place(ExtensionContext context) {
            var fresh = SpringExtension.getApplicationContext(context).getBean(FreshTenants.class);
            if (context.getRequiredTestClass().isAnnotationPresent(AsCoordinator.class)) {
                var nobody = new Officer(
                        fresh.officer(anyTenant(fresh)).person(), "Camila", "camila@nacional.invalid", true, null);
                return new Place(new Scope.Platform(), nobody);
            }
            var tenant = fresh.municipality("vista");
            var roles = Optional.ofNullable(context.getRequiredTestMethod().getAnnotation(As.class))
                    .map(As::value)
                    .orElse(Role.ADMINISTRATOR);
            return new Place(new Scope.OfTenant(tenant), fresh.officer(tenant, roles));
        }

        private static TenantId anyTenant(FreshTenants fresh) {
            return fresh.municipality("alguna");
        }
    }
}

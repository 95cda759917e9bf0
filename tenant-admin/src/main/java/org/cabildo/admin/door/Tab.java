package org.cabildo.admin.door;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.tenancy.Scope;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a browser tab is tied to for life: one tenant, or the platform.
 *
 * @param tenant null for the platform
 * @param slug the tenant's address when the tab was opened; empty for the platform
 */
public record Tab(@Nullable TenantId tenant, String slug) {

    static final Tab PLATFORM = new Tab(null, "");

    static Tab of(Tenant tenant) {
        return new Tab(tenant.id(), tenant.slug());
    }

    /** The tab that is being served. */
    public static Tab current() {
        return Objects.requireNonNullElse(ComponentUtil.getData(UI.getCurrent(), Tab.class), PLATFORM);
    }

    Scope scope() {
        return tenant == null ? new Scope.Platform() : new Scope.OfTenant(tenant);
    }

    /** Whether this tab may show the path; another tenant's needs a tab, or a page, of its own. */
    boolean shows(String path) {
        return slugIn(path).orElse("").equals(slug);
    }

    /** The address of the tenant that a path leads to; nothing for the platform's own. */
    static Optional<String> slugIn(String path) {
        var segments = path.replaceFirst("^/+", "").split("/", 3);
        return segments[0].equals("t") && segments.length > 1 && !segments[1].isEmpty()
                ? Optional.of(segments[1])
                : Optional.empty();
    }
}

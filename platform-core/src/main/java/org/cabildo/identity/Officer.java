package org.cabildo.identity;

import java.util.Set;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * The person whose act this is, bound with the scope at the door.
 *
 * @param person who
 * @param name as acts record it
 * @param email as they sign in
 * @param coordinator whether they coordinate nationally
 * @param place where they act: null outside tenants
 */
public record Officer(
        PersonId person,
        String name,
        String email,
        boolean coordinator,
        @Nullable Place place) {

    private static final ScopedValue<Officer> CURRENT = ScopedValue.newInstance();

    /** Runs the work as this person. */
    public <T, X extends Throwable> T act(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /**
     * The person whose act this is.
     *
     * @throws IllegalStateException when nobody is bound
     */
    public static Officer current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("Nobody is bound: an act needs a person");
        }
        return CURRENT.get();
    }

    /** Whether a person is bound. */
    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /**
     * Lets only those pass who may do this in the tenant in scope.
     *
     * @throws Unknown if they do not work in this tenant: for them it does not exist
     * @throws Refused if they work there in another role
     */
    public static Officer require(Role role) {
        var officer = current();
        var where = officer.place();
        if (where == null || !where.tenant().equals(TenantScope.tenant())) {
            throw new Unknown("tenant", TenantScope.tenant());
        }
        if (where.roles().stream().noneMatch(has -> has.includes(role))) {
            throw new Refused(
                    "identity.role." + role.name().toLowerCase(java.util.Locale.ROOT),
                    "This needs the role %s; you have %s. Ask an administrator of your institution."
                            .formatted(role, where.roles()));
        }
        return officer;
    }

    /** Whether this person may do it where they are. */
    public boolean may(Role role) {
        return place != null && place.roles().stream().anyMatch(has -> has.includes(role));
    }

    /**
     * Lets only national coordinators pass.
     *
     * @throws Unknown for everybody else: for them the console does not exist
     */
    public Officer requireNationalCoordinator() {
        if (!coordinator) {
            throw new Unknown("page", "national console");
        }
        return this;
    }

    /** The tenant this person speaks for here. */
    public TenantId onBehalfOfId() {
        return placed().onBehalfOfId();
    }

    /** The name of the tenant this person speaks for here. */
    public String onBehalfOf() {
        return placed().onBehalfOf();
    }

    /** The roles here; none outside tenants. */
    public Set<Role> roles() {
        return place == null ? Set.of() : place.roles();
    }

    private Place placed() {
        if (place == null) {
            throw new IllegalStateException("This person is in no tenant now");
        }
        return place;
    }
}

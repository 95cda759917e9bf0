package org.cabildo.admin.home;

import java.util.List;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Place;
import org.cabildo.identity.Role;
import org.cabildo.plan.Plans;
import org.cabildo.plan.VersionState;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Which plans wait for the officer who acts: to be approved, or to be mended and proposed again. */
@Component
class Attention {

    private final Plans plans;
    private final MemberApprovals members;
    private final Tenants tenants;

    Attention(Plans plans, MemberApprovals members, Tenants tenants) {
        this.plans = plans;
        this.members = members;
        this.tenants = tenants;
    }

    /** Those whose proposed version the officer may approve and has not. */
    List<Plans.Line> toApprove(List<Plans.Line> all) {
        return all.stream().filter(this::waitsForApproval).toList();
    }

    /** Those whose newest version came back with remarks. */
    List<Plans.Line> toMend(List<Plans.Line> all) {
        var officer = Officer.current();
        return all.stream()
                .filter(plan -> plan.returned() != null && plan.takesVersions() && officer.may(Role.EDITOR))
                .toList();
    }

    /** How many wait for a person in one of their places; none while it cannot be entered. */
    int in(Place place, Officer person) {
        if (!tenants.require(place.tenant()).isInStep()) {
            return 0;
        }
        var there = new Officer(person.person(), person.name(), person.email(), person.coordinator(), place);
        return TenantScope.in(
                place.tenant(),
                () -> there.act(() -> {
                    var all = plans.all();
                    return toApprove(all).size() + toMend(all).size();
                }));
    }

    private boolean waitsForApproval(Plans.Line plan) {
        var officer = Officer.current();
        if (plan.proposed() == null || !plan.takesVersions() || !officer.may(Role.APPROVER)) {
            return false;
        }
        var place = officer.place();
        if (place == null || place.kind() != TenantKind.CONSORTIUM) {
            return true;
        }
        return plans.versions(plan.id()).stream()
                .filter(version -> version.state() == VersionState.PROPOSED)
                .flatMap(version -> members.of(version.id()).stream())
                .anyMatch(one -> one.approvedAt() == null
                        && one.member().equals(officer.onBehalfOfId().value()));
    }
}

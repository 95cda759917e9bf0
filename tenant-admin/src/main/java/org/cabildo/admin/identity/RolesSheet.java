package org.cabildo.admin.identity;

import java.util.Set;
import java.util.function.Consumer;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.People;
import org.cabildo.identity.People.Colleague;
import org.cabildo.identity.Role;

/**
 * Asks what somebody who works here, or was invited to, may do from now on.
 *
 * @param hint what follows from another answer
 */
record RolesSheet(String name, Set<Role> before, String hint, Consumer<Set<Role>> keep) {

    static RolesSheet of(Colleague one, People people) {
        return new RolesSheet(
                one.name(), one.roles(), Words.of("people.change.hint"), roles -> people.change(one.id(), roles));
    }

    static RolesSheet of(Invitations.Line line, Invitations invitations) {
        var one = line.invitation();
        return new RolesSheet(
                one.name(),
                one.roles(),
                Words.of("people.change.invited"),
                roles -> invitations.change(one.id(), roles));
    }

    /** @param then told once the roles are kept */
    void open(Runnable then) {
        var roles = new RoleField(before);
        roles.setHelperText(hint);
        Sheet.titled(Words.of("people.change", name))
                .wide(roles)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> keep.accept(roles.getValue()))
                                .at(roles, "identity.role.none", "identity.invitation.role", "identity.administrator"),
                        then)
                .open();
    }
}

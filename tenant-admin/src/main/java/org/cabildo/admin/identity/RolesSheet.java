package org.cabildo.admin.identity;

import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.People;
import org.cabildo.identity.People.Colleague;

/** Asks what somebody who works here may do from now on. */
record RolesSheet(People people, Colleague one) {

    /** @param then told once the roles are kept */
    void open(Runnable then) {
        var roles = new RoleField(one.roles());
        roles.setHelperText(Words.of("people.change.hint"));
        Sheet.titled(Words.of("people.change", one.name()))
                .wide(roles)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> people.change(one.id(), roles.getValue()))
                                .at(roles, "identity.role.none", "identity.administrator"),
                        then)
                .open();
    }
}

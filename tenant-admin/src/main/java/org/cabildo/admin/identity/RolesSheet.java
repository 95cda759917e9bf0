package org.cabildo.admin.identity;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.People;
import org.cabildo.identity.People.Colleague;
import org.cabildo.identity.Role;

/** Asks what somebody who works here may do from now on. */
record RolesSheet(People people, Colleague one) {

    /** @param then told once the roles are kept */
    void open(Runnable then) {
        var roles = roles(one.roles());
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

    /** The roles there are, with what each may do. */
    static CheckboxGroup<Role> roles(Set<Role> chosen) {
        var roles = new CheckboxGroup<Role>(Words.of("people.roles"));
        roles.setItems(List.of(Role.values()));
        roles.setItemLabelGenerator(role -> Words.of("people.role." + role.name()));
        roles.setValue(chosen);
        return roles;
    }
}

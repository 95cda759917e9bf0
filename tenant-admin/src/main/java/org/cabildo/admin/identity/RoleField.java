package org.cabildo.admin.identity;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Role;

/** The roles there are, with what each may do; one at least is chosen. */
class RoleField extends CheckboxGroup<Role> implements Focusable<RoleField> {

    RoleField(Set<Role> chosen) {
        super(Words.of("people.roles"));
        setItems(List.of(Role.values()));
        setItemLabelGenerator(role -> Words.of("people.role." + role.name()));
        setValue(chosen);
        addClassName("needed-some"); // marked as fields are; of a group no reader of screens can be told
    }

    /** The group takes no focus itself, its boxes do. */
    @Override
    public void focus() {
        getElement().executeJs("setTimeout(() => this.querySelector('vaadin-checkbox').focus())");
    }
}

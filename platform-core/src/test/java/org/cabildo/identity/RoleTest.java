package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.identity.Role.ADMINISTRATOR;
import static org.cabildo.identity.Role.APPROVER;
import static org.cabildo.identity.Role.EDITOR;
import static org.cabildo.identity.Role.READER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    @ParameterizedTest
    @EnumSource
    void everybodyMayReadAndDoWhatTheirRoleIsFor(Role role) {
        assertThat(role.includes(READER)).isTrue();
        assertThat(role.includes(role)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorMayDoAllOfIt(Role role) {
        assertThat(ADMINISTRATOR.includes(role)).isTrue();
    }

    @Test
    void whoDraftsDoesNotApproveAndWhoApprovesDoesNotDraft() {
        assertThat(EDITOR.includes(APPROVER)).isFalse();
        assertThat(APPROVER.includes(EDITOR)).isFalse();
    }

    @Test
    void nobodyElseAdministers() {
        assertThat(APPROVER.includes(ADMINISTRATOR)).isFalse();
        assertThat(EDITOR.includes(ADMINISTRATOR)).isFalse();
        assertThat(READER.includes(ADMINISTRATOR)).isFalse();
    }

    @Test
    void aReaderOnlyReads() {
        assertThat(READER.includes(EDITOR)).isFalse();
        assertThat(READER.includes(APPROVER)).isFalse();
    }
}

package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFailureTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "08003", "40001", "40P01", "53300", "55P03", "57014", "57P01", "58030", "XX000"})
    void whatPassesIsTriedAgain(String state) {
        assertThat(OrderFailure.of(new SQLException("Gone", state)).passing()).isTrue();
        assertThat(OrderFailure.of(new IllegalStateException(new SQLException("Gone", state)))
                        .passing())
                .as("also when a step wrapped it")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23503", "23505", "42501", "42P01", "P0001"})
    void whatLastsIsNot(String state) {
        assertThat(OrderFailure.of(new SQLException("No", state)).passing()).isFalse();
    }

    @Test
    void aFaultOfOursIsNotTriedAgain() {
        assertThat(OrderFailure.of(new IllegalStateException("There is no such tenant")))
                .isEqualTo(new OrderFailure(false, FailureCause.OTHER, "There is no such tenant"));
    }

    @Test
    void whatIsTakenIsSaidPlainly() {
        assertThat(OrderFailure.of(new SQLException("duplicate key", "23505")).reason())
                .isEqualTo("Its code, address or host is taken by another tenant.");
    }

    @ParameterizedTest
    @CsvSource({"08006,true", "57P02,true", "57P03,true", "53300,true", "40001,false", "57014,false", "23505,false"})
    void anOutageSaysNothingOfTheOrder(String state, boolean interrupted) {
        assertThat(OrderFailure.of(new SQLException("No", state)).interrupted()).isEqualTo(interrupted);
    }

    @ParameterizedTest
    @CsvSource({
        "23505,TAKEN",
        "08006,AWAY",
        "57P01,AWAY",
        "57014,BUSY",
        "40P01,BUSY",
        "55P03,BUSY",
        "53300,FULL",
        "42P01,SCHEMA",
        "22001,SCHEMA",
        "XX000,OTHER",
        ",OTHER"
    })
    void thereIsASentenceForEachKindOfMishap(@Nullable String state, FailureCause cause) {
        assertThat(OrderFailure.of(new SQLException("No", state)).cause()).isEqualTo(cause);
    }
}
